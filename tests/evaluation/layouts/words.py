"""What made-up reports say: sentences that mean nothing, in the manner of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evaluation.layouts.vocabulary import Manner, Vocabulary, listed
from tests.evaluation.layouts.words_ar import ARABIC
from tests.evaluation.layouts.words_ru import RUSSIAN
from tests.evaluation.layouts.words_zh import CHINESE

if TYPE_CHECKING:
    import random
VOCABULARIES = {
    "en": Vocabulary(
        listed(
            "the Lighthouse Board|the working party on harbours|several delegations|the keepers of lights|"
            "the small island offices|a majority of coastal States|the Rapporteur on buoys|the ferry union"
        ),
        listed(
            "noted that|recalled that|reported that|was informed that|observed with concern that|agreed that|"
            "took the view that|were told that"
        ),
        listed(
            "the training of pilots in remote harbours|access to tide tables for the population at large|"
            "the maintenance of older signal stations|cooperation between neighbouring ports|"
            "the decision-making of regional offices|the long-term financing of weather services|"
            "the participation of coastal communities|legislation on the protection of navigators"
        ),
        listed(
            "remained a matter of considerable importance|had been strengthened by the new administration|"
            "depended on voluntary contributions|could not be separated from questions of development|"
            "was being implemented without discrimination|required additional international assistance|"
            "had improved in comparison with the preceding period|needed an independent evaluation"
        ),
        listed(
            "in {y}|on {d}|at a cost of {m}|in accordance with document {s}|with the help of {n} experts|"
            "during the session of {y}|by way of resolution {n}|in paragraph {n} above|"
            "and {n} of them had not replied by {d}|since No. {n} had been closed"
        ),
        listed(
            "In {y},|On {d},|As at {d},|For {n} of the stations,|Nevertheless,|At the same time,"
        ),
        listed(
            "Introduction|Mandate and methods of work|Harbours and their users|Training of pilots|"
            "Signals and tide tables|Cooperation among ports|Finances|Conclusions|Visits to coastal regions|"
            "Legislation|Role of the ferry union|Buoys and beacons"
        ),
        {
            "contents": "Contents", "summary": "Summary", "annex": "Annex", "table": "Table",
            "figure": "Figure", "leads": "the following points deserve attention:",
            "recommends": "the following was recommended:",
            "quotes": "the relevant text reads as follows:", "see": "See", "page": "Page",
            "greeting": "Excellency,", "signed": "(Signed)", "post": "Keeper of the Lights",
            "original": "Original: English", "distribution": "Distr.: General", "house": "United Nations",
            "organ": "Lighthouse Board", "session": "Twelfth session", "title": "Report on the state of",
            "region": "Region", "total": "Total",
        },
        listed("January|March|May|July|October|December"),
    ),
    "fr": Vocabulary(
        listed(
            "le Conseil des phares|le groupe de travail sur les ports|plusieurs délégations|"
            "les gardiens de phare|les bureaux des petites îles|l’Union des passeurs|la Rapporteuse"
        ),
        listed("a noté que|a rappelé que|a indiqué que|a appris que|a estimé que|a constaté à regret que"),
        listed(
            "la formation des pilotes dans les ports éloignés|l’accès de la population aux tables de marée|"
            "l’entretien des anciennes stations|la coopération entre les ports voisins|"
            "le financement à long terme de la météorologie|la participation des populations côtières"
        ),
        listed(
            "demeurait une question très importante|avait été renforcée par la nouvelle administration|"
            "dépendait de contributions volontaires|ne pouvait être séparée du développement|"
            "exigeait une assistance internationale supplémentaire|appelait une évaluation indépendante"
        ),
        listed(
            "en {y}|le {d}|pour un montant de {m}|conformément au document {s}|avec l’aide de {n} experts|"
            "au paragraphe {n} ci-dessus|et {n} d’entre eux n’avaient pas répondu au {d}"
        ),
        listed("En {y},|Le {d},|Au {d},|Pour {n} des stations,|Néanmoins,|Dans le même temps,|À cet égard,"),
        listed(
            "Introduction|Mandat et méthodes de travail|Les ports et leurs usagers|Formation des pilotes|"
            "Signaux et tables de marée|Coopération entre les ports|Finances|Conclusions|Législation|"
            "Rôle de l’Union des passeurs|Bouées et balises"
        ),
        {
            "contents": "Table des matières", "summary": "Résumé", "annex": "Annexe", "table": "Tableau",
            "figure": "Figure", "leads": "les points suivants méritent attention :",
            "recommends": "il a été recommandé ce qui suit :", "quotes": "le texte se lit comme suit :",
            "see": "Voir", "page": "Page", "greeting": "Monsieur le Président,", "signed": "(Signé)",
            "post": "Gardien des phares", "original": "Original : français",
            "distribution": "Distr. générale", "house": "Nations Unies", "organ": "Conseil des phares",
            "session": "Douzième session", "title": "Rapport sur", "region": "Région", "total": "Total",
        },
        listed("janvier|mars|mai|juillet|octobre|décembre"),
    ),
    "es": Vocabulary(
        listed(
            "la Junta de Faros|el grupo de trabajo sobre puertos|varias delegaciones|los guardianes de faros|"
            "las oficinas de las islas pequeñas|el sindicato de barqueros|la Relatora sobre boyas"
        ),
        listed("señaló que|recordó que|informó de que|observó con inquietud que|convino en que|opinó que"),
        listed(
            "la formación de prácticos en puertos remotos|el acceso de la población a las tablas de mareas|"
            "el mantenimiento de las estaciones antiguas|la cooperación entre puertos vecinos|"
            "la financiación a largo plazo de la meteorología|la participación de las comunidades costeras"
        ),
        listed(
            "seguía siendo una cuestión de gran importancia|había sido reforzada por la nueva administración|"
            "dependía de contribuciones voluntarias|no podía separarse del desarrollo|"
            "requería asistencia internacional adicional|necesitaba una evaluación independiente"
        ),
        listed(
            "en {y}|el {d}|por un monto de {m}|de conformidad con el documento {s}|con ayuda de {n} expertos|"
            "en el párrafo {n} anterior|y {n} de ellos no habían respondido al {d}"
        ),
        listed("En {y},|El {d},|Al {d},|Para {n} de las estaciones,|No obstante,|Al mismo tiempo,"),
        listed(
            "Introducción|Mandato y métodos de trabajo|Los puertos y sus usuarios|Formación de prácticos|"
            "Señales y tablas de mareas|Cooperación entre puertos|Finanzas|Conclusiones|Legislación|"
            "Función del sindicato de barqueros|Boyas y balizas"
        ),
        {
            "contents": "Índice", "summary": "Resumen", "annex": "Anexo", "table": "Cuadro",
            "figure": "Gráfico", "leads": "los puntos siguientes merecen atención:",
            "recommends": "se recomendó lo siguiente:", "quotes": "el texto dice lo siguiente:",
            "see": "Véase", "page": "Página",
            "greeting": "Excelentísimo Señor:", "signed": "(Firmado)", "post": "Guardián de los Faros",
            "original": "Original: español", "distribution": "Distr. general", "house": "Naciones Unidas",
            "organ": "Junta de Faros", "session": "12º período de sesiones", "title": "Informe sobre",
            "region": "Región", "total": "Total",
        },
        listed("enero|marzo|mayo|julio|octubre|diciembre"),
        Manner(date="{day} de {month} de {year}"),
    ),
    "ru": RUSSIAN,
    "zh": CHINESE,
    "ar": ARABIC,
}  # fmt: skip


class Speaker:
    """Makes sentences in one language."""

    def __init__(self, dice: random.Random, language: str) -> None:
        self.words = VOCABULARIES[language]
        self.manner = self.words.manner
        self._dice = dice

    def date(self) -> str:
        """A day with its month and year."""
        day, month = self._dice.randint(1, 28), self._dice.choice(self.words.months)
        return self.manner.date.format(day=day, month=month, year=self._dice.randint(1990, 2024))

    def sentence(self, *, ends: str = ".") -> str:
        """A whole sentence."""
        dice, words, space, end = self._dice, self.words, self.manner.space, self.manner.sign(ends)
        clause = space.join((dice.choice(words.subjects), dice.choice(words.verbs), self.clause()))
        if dice.random() < 0.3:
            return self._filled(dice.choice(words.openings)) + space + clause + end
        return clause[0].upper() + clause[1:] + end

    def clause(self) -> str:
        """What is said of something, without a subject above it."""
        dice, words, space = self._dice, self.words, self.manner.space
        clause = dice.choice(words.topics) + space + dice.choice(words.predicates)
        if dice.random() < 0.5:
            clause += space + self._filled(dice.choice(words.tails))
        return clause

    def text(self, least: int = 1, most: int = 4) -> str:
        """Some sentences."""
        return self.manner.space.join(self.sentence() for _ in range(self._dice.randint(least, most)))

    def longer(self, title: str) -> str:
        """A title with more behind it, for two lines."""
        topics = self.manner.sign(" / ").join(self._dice.sample(self.words.topics, 2))
        return title + self.manner.sign(":") + self.manner.space + topics

    def marked(self) -> str:
        """A paragraph, with "{}" where notes are marked, if it says so."""
        return self.text()

    def interlude(self) -> str:
        """What stands between numbered paragraphs, likewise."""
        return self.text()

    def lead(self, name: str) -> str:
        """What announces something."""
        return self.text(1, 2)[:-1] + self.manner.sign(";") + self.manner.space + self.words.names[name]

    def _filled(self, pattern: str) -> str:
        dice = self._dice
        return pattern.format(
            n=dice.randint(2, 90),
            y=dice.randint(1990, 2024),
            d=self.date(),
            m=self.manner.money.format(f"{dice.randint(2, 900)},{dice.randint(100, 999)}"),
            s=f"A/{dice.randint(40, 79)}/{dice.randint(2, 800)}",
        )
