"""What made-up reports say: sentences that mean nothing, in the manner of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random

MONTHS = {
    "en": "January March May July October December",
    "fr": "janvier mars mai juillet octobre décembre",
    "es": "enero marzo mayo julio octubre diciembre",
}


class Vocabulary(NamedTuple):
    """The words of one language.

    Attributes:
        subjects: Who acts; the first letter is a capital where a sentence begins with it.
        verbs: With the word that leads to what was said.
        topics: What it is about.
        predicates: What holds for it.
        tails: What a sentence may end with; "{n}" is a number, "{y}" a year, "{d}" a date, "{m}" money,
            "{s}" a symbol.
        openings: What a sentence may begin with, as above.
        titles: Of chapters and sections.
        names: What parts of a report are called.
    """

    subjects: tuple[str, ...]
    verbs: tuple[str, ...]
    topics: tuple[str, ...]
    predicates: tuple[str, ...]
    tails: tuple[str, ...]
    openings: tuple[str, ...]
    titles: tuple[str, ...]
    names: dict[str, str]


def _listed(text: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in text.split("|"))


VOCABULARIES = {
    "en": Vocabulary(
        _listed(
            "the Lighthouse Board|the working party on harbours|several delegations|the keepers of lights|"
            "the small island offices|a majority of coastal States|the Rapporteur on buoys|the ferry union"
        ),
        _listed(
            "noted that|recalled that|reported that|was informed that|observed with concern that|agreed that|"
            "took the view that|were told that"
        ),
        _listed(
            "the training of pilots in remote harbours|access to tide tables for the population at large|"
            "the maintenance of older signal stations|cooperation between neighbouring ports|"
            "the decision-making of regional offices|the long-term financing of weather services|"
            "the participation of coastal communities|legislation on the protection of navigators"
        ),
        _listed(
            "remained a matter of considerable importance|had been strengthened by the new administration|"
            "depended on voluntary contributions|could not be separated from questions of development|"
            "was being implemented without discrimination|required additional international assistance|"
            "had improved in comparison with the preceding period|needed an independent evaluation"
        ),
        _listed(
            "in {y}|on {d}|at a cost of {m}|in accordance with document {s}|with the help of {n} experts|"
            "during the session of {y}|by way of resolution {n}|in paragraph {n} above|"
            "and {n} of them had not replied by {d}|since No. {n} had been closed"
        ),
        _listed(
            "In {y},|On {d},|As at {d},|For {n} of the stations,|Nevertheless,|At the same time,"
        ),
        _listed(
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
    ),
    "fr": Vocabulary(
        _listed(
            "le Conseil des phares|le groupe de travail sur les ports|plusieurs délégations|"
            "les gardiens de phare|les bureaux des petites îles|l’Union des passeurs|la Rapporteuse"
        ),
        _listed("a noté que|a rappelé que|a indiqué que|a appris que|a estimé que|a constaté à regret que"),
        _listed(
            "la formation des pilotes dans les ports éloignés|l’accès de la population aux tables de marée|"
            "l’entretien des anciennes stations|la coopération entre les ports voisins|"
            "le financement à long terme de la météorologie|la participation des populations côtières"
        ),
        _listed(
            "demeurait une question très importante|avait été renforcée par la nouvelle administration|"
            "dépendait de contributions volontaires|ne pouvait être séparée du développement|"
            "exigeait une assistance internationale supplémentaire|appelait une évaluation indépendante"
        ),
        _listed(
            "en {y}|le {d}|pour un montant de {m}|conformément au document {s}|avec l’aide de {n} experts|"
            "au paragraphe {n} ci-dessus|et {n} d’entre eux n’avaient pas répondu au {d}"
        ),
        _listed("En {y},|Le {d},|Au {d},|Pour {n} des stations,|Néanmoins,|Dans le même temps,|À cet égard,"),
        _listed(
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
    ),
    "es": Vocabulary(
        _listed(
            "la Junta de Faros|el grupo de trabajo sobre puertos|varias delegaciones|los guardianes de faros|"
            "las oficinas de las islas pequeñas|el sindicato de barqueros|la Relatora sobre boyas"
        ),
        _listed("señaló que|recordó que|informó de que|observó con inquietud que|convino en que|opinó que"),
        _listed(
            "la formación de prácticos en puertos remotos|el acceso de la población a las tablas de mareas|"
            "el mantenimiento de las estaciones antiguas|la cooperación entre puertos vecinos|"
            "la financiación a largo plazo de la meteorología|la participación de las comunidades costeras"
        ),
        _listed(
            "seguía siendo una cuestión de gran importancia|había sido reforzada por la nueva administración|"
            "dependía de contribuciones voluntarias|no podía separarse del desarrollo|"
            "requería asistencia internacional adicional|necesitaba una evaluación independiente"
        ),
        _listed(
            "en {y}|el {d}|por un monto de {m}|de conformidad con el documento {s}|con ayuda de {n} expertos|"
            "en el párrafo {n} anterior|y {n} de ellos no habían respondido al {d}"
        ),
        _listed("En {y},|El {d},|Al {d},|Para {n} de las estaciones,|No obstante,|Al mismo tiempo,"),
        _listed(
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
    ),
}  # fmt: skip


class Speaker:
    """Makes sentences in one language."""

    def __init__(self, dice: random.Random, language: str) -> None:
        self.words = VOCABULARIES[language]
        self._dice = dice
        self._months = MONTHS[language].split()
        self._link = {"en": " ", "fr": " ", "es": " de "}[language]

    def date(self) -> str:
        """A day with its month and year."""
        day, month = self._dice.randint(1, 28), self._dice.choice(self._months)
        return f"{day}{self._link}{month}{self._link}{self._dice.randint(1990, 2024)}"

    def sentence(self, *, ends: str = ".") -> str:
        """A whole sentence."""
        dice, words = self._dice, self.words
        clause = f"{dice.choice(words.subjects)} {dice.choice(words.verbs)} {self.clause()}"
        if dice.random() < 0.3:
            return self._filled(dice.choice(words.openings)) + " " + clause + ends
        return clause[0].upper() + clause[1:] + ends

    def clause(self) -> str:
        """What is said of something, without a subject above it."""
        dice, words = self._dice, self.words
        clause = f"{dice.choice(words.topics)} {dice.choice(words.predicates)}"
        if dice.random() < 0.5:
            clause += " " + self._filled(dice.choice(words.tails))
        return clause

    def text(self, least: int = 1, most: int = 4) -> str:
        """Some sentences."""
        return " ".join(self.sentence() for _ in range(self._dice.randint(least, most)))

    def longer(self, title: str) -> str:
        """A title with more behind it, for two lines."""
        return title + ": " + " / ".join(self._dice.sample(self.words.topics, 2))

    def marked(self) -> str:
        """A paragraph, with "{}" where notes are marked, if it says so."""
        return self.text()

    def interlude(self) -> str:
        """What stands between numbered paragraphs, likewise."""
        return self.text()

    def lead(self, name: str) -> str:
        """What announces something."""
        return self.text(1, 2)[:-1] + "; " + self.words.names[name]

    def _filled(self, pattern: str) -> str:
        dice = self._dice
        return pattern.format(
            n=dice.randint(2, 90),
            y=dice.randint(1990, 2024),
            d=self.date(),
            m=f"${dice.randint(2, 900)},{dice.randint(100, 999)}",
            s=f"A/{dice.randint(40, 79)}/{dice.randint(2, 800)}",
        )
