"""What made-up acts and letters say in each language, beside the sentences that all reports have."""

from tests.evaluation.layouts.act_scripts import ARABIC, CHINESE, RUSSIAN
from tests.evaluation.layouts.vocabulary import ActWords, listed, organs

ACT_WORDS = {
    "en": ActWords(
        organs(
            "The General Assembly|the General Assembly|President of the General Assembly\n"
            "The Security Council|the Security Council|President of the Security Council\n"
            "The Economic and Social Council|the Economic and Social Council|"
            "President of the Economic and Social Council\n"
            "The Human Rights Council|the Human Rights Council|President of the Human Rights Council"
        ),
        listed("Recalling|Noting with concern|Bearing in mind|Having considered|Deeply alarmed by"),
        listed("Requests|Also requests|Takes note with appreciation of|Decides to review|Calls upon"),
        listed("Resolution {n}|Draft resolution {n}|Decision {n}"),
        listed(
            "Resolution adopted by {o} on {d}|Resolutions and decisions of {o}|Annotated provisional agenda"
        ),
        "{h} dated {d} from the {s} of Brightwater to the United Nations addressed to the {t}",
        listed("Letter|Note verbale|{a} to the letter|{a} to the note verbale"),
        listed(
            "Permanent Representative|Chargé d’affaires a.i. of the Permanent Mission|Secretary-General"
        ),
        listed("I|II|III"),
        listed("Annex|Annex {n}|Enclosure"),
        listed(
            "{n}th plenary meeting|"
            "[Adopted by a recorded vote of 4 to 2, with 1 abstention. The voting was as follows:|"
            "In favour: Chad, France, Ghana, Peru|Against: Fiji, Malta|Abstaining: Nepal]"
        ),
        listed(
            "The following texts were adopted by {o}.|[Original: French]|Ambassador|Permanent Representative"
        ),
        listed(
            "Corrigendum|Page {n}, paragraph {p}|<i>For</i> {x} <i>read</i> {y}|The paragraph should read:"
        ),
        listed(
            "Opening of the session.|Adoption of the agenda and other organizational matters.|"
            "Election of officers.|General debate:|Other matters.|Adoption of the report.|Annotations"
        ),
    ),
    "fr": ActWords(
        organs(
            "L’Assemblée générale|l’Assemblée générale|Président de l’Assemblée générale\n"
            "Le Conseil de sécurité|le Conseil de sécurité|Président du Conseil de sécurité\n"
            "Le Conseil économique et social|le Conseil économique et social|"
            "Président du Conseil économique et social\n"
            "Le Conseil des droits de l’homme|le Conseil des droits de l’homme|"
            "Président du Conseil des droits de l’homme"
        ),
        listed(
            "<i>Rappelant</i>|<i>Notant avec préoccupation</i>|<i>Ayant à l’esprit</i>|<i>Ayant examiné</i>|"
            "<i>Profondément alarmée</i> par"
        ),
        listed(
            "<i>Prie</i>|<i>Prie également</i>|<i>Prend note avec satisfaction</i> de|"
            "<i>Décide</i> de revoir|<i>Engage</i>"
        ),
        listed("Résolution {n}|Projet de résolution {n}|Décision {n}"),
        listed(
            "Résolution adoptée par {o} le {d}|Résolutions et décisions adoptées par {o}|"
            "Ordre du jour provisoire annoté"
        ),
        "{h} du {d}, adressée au {t} par le {s} de Brightwater auprès de l’Organisation des Nations Unies",
        listed("Lettre datée|Note verbale datée|{a} à la lettre datée|{a} à la note verbale datée"),
        listed("Représentant permanent|Chargé d’affaires par intérim de la Mission permanente|"
               "Secrétaire général"),
        listed("I|II|III"),
        listed("Annexe|Annexe {n}|Pièce jointe"),
        listed(
            "{n}e séance plénière|[Adoptée par 4 voix contre 2, avec 1 abstention, à l’issue d’un vote "
            "enregistré. Les voix se sont réparties comme suit\xa0:|Ont voté pour\xa0: France, Ghana, Pérou, "
            "Tchad|Ont voté contre\xa0: Fidji, Malte|Se sont abstenus\xa0: Népal]"
        ),
        listed(
            "Les textes ci-après ont été adoptés par {o}.|[Original\xa0: anglais]|Ambassadeur|"
            "Représentant permanent"
        ),
        listed(
            "Rectificatif|Page {n}, paragraphe {p}|<i>Au lieu de</i> {x} <i>lire</i> {y}|"
            "Le paragraphe doit se lire comme suit\xa0:"
        ),
        listed(
            "Ouverture de la session.|Adoption de l’ordre du jour et autres questions d’organisation.|"
            "Élection du Bureau.|Débat général\xa0:|Questions diverses.|Adoption du rapport.|Annotations"
        ),
    ),
    "es": ActWords(
        organs(
            "La Asamblea General|la Asamblea General|Presidente de la Asamblea General\n"
            "El Consejo de Seguridad|el Consejo de Seguridad|Presidente del Consejo de Seguridad\n"
            "El Consejo Económico y Social|el Consejo Económico y Social|"
            "Presidente del Consejo Económico y Social\n"
            "El Consejo de Derechos Humanos|el Consejo de Derechos Humanos|"
            "Presidente del Consejo de Derechos Humanos"
        ),
        listed(
            "<i>Recordando</i>|<i>Observando con preocupación</i>|<i>Teniendo presente</i>|"
            "<i>Habiendo examinado</i>|<i>Profundamente alarmada</i> por"
        ),
        listed(
            "<i>Solicita</i>|<i>Solicita también</i>|<i>Toma nota con aprecio</i> de|<i>Decide</i> examinar|"
            "<i>Exhorta</i> a"
        ),
        listed("Resolución {n}|Proyecto de resolución {n}|Decisión {n}"),
        listed(
            "Resolución aprobada por {o} el {d}|Resoluciones y decisiones aprobadas por {o}|"
            "Programa provisional anotado"
        ),
        "{h} de fecha {d} dirigida al {t} por el {s} de Brightwater ante las Naciones Unidas",
        listed("Carta|Nota verbal|{a} de la carta|{a} de la nota verbal"),
        listed("Representante Permanente|Encargado de Negocios interino de la Misión Permanente|"
               "Secretario General"),
        listed("I|II|III"),
        listed("Anexo|Anexo {n}|Apéndice"),
        listed(
            "{n}ª sesión plenaria|[Aprobada en votación registrada por 4 votos contra 2 y 1 abstención. El "
            "resultado de la votación fue el siguiente:|Votos a favor: Chad, Francia, Ghana, Perú|"
            "Votos en contra: Fiji, Malta|Abstenciones: Nepal]"
        ),
        listed(
            "Los textos siguientes fueron aprobados por {o}.|[Original: francés]|Embajador|"
            "Representante Permanente"
        ),
        listed(
            "Corrección|Página {n}, párrafo {p}|<i>Donde dice</i> {x} <i>debe decir</i> {y}|"
            "El párrafo debe decir lo siguiente:"
        ),
        listed(
            "Apertura del período de sesiones.|Aprobación del programa y otras cuestiones de organización.|"
            "Elección de la Mesa.|Debate general:|Otros asuntos.|Aprobación del informe.|Anotaciones"
        ),
    ),
    "ru": RUSSIAN,
    "zh": CHINESE,
    "ar": ARABIC,
}  # fmt: skip
"""The words of each language."""
