"""What made-up records of meetings, views and reviews say in each language, beside plain sentences."""

from tests.evaluation.layouts.meeting_scripts import ARABIC, CHINESE, RUSSIAN
from tests.evaluation.layouts.vocabulary import MeetingWords, listed

MEETING_WORDS = {
    "en": MeetingWords(
        listed(
            "Northland|Republic of the Isles|United Kingdom of the Northern Isles and the Outer Banks|"
            "Ruritania|Plurinational State of the Highlands|Erewhon|Syldavia|Islamic Republic of Lagoons"
        ),
        listed("Brightwater|de la Mare-Smith|O’Dell|Van der Hook|Sánchez Faro|Keeper"),
        listed("spoke in French|spoke in Spanish|spoke in Arabic|spoke in Russian"),
        listed("Mr. {p}|Ms. {p}|Mrs. {p}"),
        listed("The {c}|President|Chairperson"),
        ("{p}: {t}", "{p} said that {t}"),
        "()",
        ("Agenda item {n}", " (continued)", ": "),
        listed("{n}th meeting|Summary record of the {n}th meeting"),
        listed("President:|Chairperson:|Ms. Brightwater"),
        listed(
            "The meeting was called to order at {h}.05 a.m.|The meeting rose at 1.15 p.m.|"
            "It was so decided.|Mr. Keeper ({s}), Vice-President, took the Chair."
        ),
        listed(
            "A recorded vote was taken.|In favour:|Against:|Abstaining:|"
            "Draft resolution {d} was adopted by {n} votes to 4, with 4 abstentions."
        ),
        listed(
            "Views adopted by the Committee concerning communication No. {n}|"
            "Individual opinion of Committee member Ada Brightwater ({t})|"
            "dissenting|concurring|partly dissenting"
        ),
        listed("Submitted by:|State party:|Date of communication:|Subject matter:"),
        listed(
            "The facts as submitted by the author|The complaint|"
            "State party’s observations on admissibility and the merits|"
            "Author’s comments on the State party’s observations|"
            "Issues and proceedings before the Committee|Consideration of the merits"
        ),
        listed(
            "Report of the Working Group on the Universal Periodic Review: {s}|Introduction|"
            "Summary of the proceedings of the review process|Presentation by the State under review|"
            "Interactive dialogue and responses|Conclusions and/or recommendations|"
            "The recommendations listed below enjoy the support of {s}:|"
            "The recommendations listed below will be examined by {s}:|"
            "The recommendations listed below did not enjoy the support of {s}:|"
            "All conclusions and/or recommendations reflect the position of the States."
        ),
    ),
    "fr": MeetingWords(
        listed(
            "Septentrie|République des Îles|Royaume-Uni des Îles du Nord et des Bancs extérieurs|Ruritanie|"
            "État plurinational des Hautes-Terres|Erewhon|Syldavie|République islamique des Lagunes"
        ),
        listed("Larue|de La Mare-Dupré|D’Aubert|Van der Hook|Sánchez Faro|Gardien"),
        listed("parle en anglais|parle en espagnol|parle en arabe|parle en russe"),
        listed("M. {p}|Mme {p}|M. {p}"),
        listed("Le {c}|Président|Président"),
        ("{p}\xa0: {t}", "{p} dit que {t}"),
        "()",
        ("Point {n} de l’ordre du jour", " (suite)", "\xa0: "),
        listed("{n}e séance|Compte rendu analytique de la {n}e séance"),
        listed("Président\xa0:|Présidente\xa0:|Mme Larue"),
        listed(
            "La séance est ouverte à {h}\xa0h\xa05.|La séance est levée à 13\xa0h\xa015.|"
            "Il en est ainsi décidé.|M. Gardien ({s}), Vice-Président, assume la présidence."
        ),
        listed(
            "Il est procédé au vote enregistré.|Votent pour\xa0:|Votent contre\xa0:|S’abstiennent\xa0:|"
            "Par {n} voix contre 4, avec 4 abstentions, le projet de résolution {d} est adopté."
        ),
        listed(
            "Constatations adoptées par le Comité au sujet de la communication no {n}|"
            "Opinion individuelle ({t}) d’Ada Larue, membre du Comité|dissidente|concordante|"
            "partiellement dissidente"
        ),
        listed(
            "Communication présentée par\xa0:|État partie\xa0:|Date de la communication\xa0:|Objet\xa0:"
        ),
        listed(
            "Rappel des faits présentés par l’auteur|Teneur de la plainte|"
            "Observations de l’État partie sur la recevabilité et sur le fond|"
            "Commentaires de l’auteur sur les observations de l’État partie|Délibérations du Comité|"
            "Examen au fond"
        ),
        listed(
            "Rapport du Groupe de travail sur l’Examen périodique universel\xa0: {s}|Introduction|"
            "Résumé des débats au titre du processus d’examen|Exposé de l’État examiné|"
            "Dialogue et réponses de l’État examiné|Conclusions et/ou recommandations|"
            "Les recommandations ci-après recueillent l’adhésion de l’État suivant, {s}\xa0:|"
            "Les recommandations ci-après seront examinées par l’État suivant, {s}\xa0:|"
            "Les recommandations ci-après n’ont pas recueilli l’adhésion de l’État suivant, {s}\xa0:|"
            "Toutes les conclusions et/ou recommandations reflètent la position des États."
        ),
    ),
    "es": MeetingWords(
        listed(
            "Septentria|República de las Islas|Reino Unido de las Islas del Norte y los Bancos Exteriores|"
            "Ruritania|Estado Plurinacional de las Tierras Altas|Erewhon|Sildavia|"
            "República Islámica de las Lagunas"
        ),
        listed("Faro|de la Mar-Solís|O’Dell|Van der Hook|Sánchez Faro|Guardián"),
        listed("habla en francés|habla en inglés|habla en árabe|habla en ruso"),
        listed("Sr. {p}|Sra. {p}|El Sr. {p}"),
        listed("El {c}|Presidente|Presidente"),
        ("{p}: {t}", "{p} dice que {t}"),
        "()",
        ("Tema {n} del programa", " (continuación)", ": "),
        listed("{n}ª sesión|Acta resumida de la {n}ª sesión"),
        listed("Presidente:|Presidenta:|Sra. Faro"),
        listed(
            "Se abre la sesión a las {h}.05 horas.|Se levanta la sesión a las 13.15 horas.|"
            "Así queda acordado.|El Sr. Guardián ({s}), Vicepresidente, ocupa la Presidencia."
        ),
        listed(
            "Se procede a votación registrada.|Votos a favor:|Votos en contra:|Abstenciones:|"
            "Por {n} votos contra 4 y 4 abstenciones, queda aprobado el proyecto de resolución {d}."
        ),
        listed(
            "Dictamen aprobado por el Comité respecto de la comunicación núm. {n}|"
            "Voto particular ({t}) de Ada Faro, miembro del Comité|disidente|concurrente|"
            "parcialmente disidente"
        ),
        listed("Comunicación presentada por:|Estado parte:|Fecha de la comunicación:|Asunto:"),
        listed(
            "Los hechos expuestos por el autor|La denuncia|"
            "Observaciones del Estado parte sobre la admisibilidad y el fondo|"
            "Comentarios del autor sobre las observaciones del Estado parte|Deliberaciones del Comité|"
            "Examen de la cuestión en cuanto al fondo"
        ),
        listed(
            "Informe del Grupo de Trabajo sobre el Examen Periódico Universal: {s}|Introducción|"
            "Resumen de las deliberaciones del proceso de examen|Exposición del Estado examinado|"
            "Diálogo interactivo y respuestas del Estado examinado|Conclusiones y/o recomendaciones|"
            "Las recomendaciones que figuran a continuación cuentan con el apoyo de {s}:|"
            "Las recomendaciones que figuran a continuación serán examinadas por {s}:|"
            "Las recomendaciones que figuran a continuación no cuentan con el apoyo de {s}:|"
            "Todas las conclusiones y/o recomendaciones reflejan la posición de los Estados."
        ),
    ),
    "ru": RUSSIAN,
    "zh": CHINESE,
    "ar": ARABIC,
}  # fmt: skip
"""The words of each language."""
