"""Subjects that are nobody ("il faut"), and those that the parser only takes for such ("a-t-il ajouté")."""

from __future__ import annotations

from dragoman.analysis.document import Node
from dragoman.languages.coreference import coreference

SUBJECTS = ("subject", "subject:pass", "csubj")


def mend_expletives(nodes: list[Node], language: str) -> None:
    """Sets "subject" and "expletive" right on the pronouns that may be either, by their verb."""
    words = coreference(language)
    pronouns = words.masculine | words.neuter
    for node in nodes:
        verb = node.head
        if verb is None or node.text.lower().lstrip("-") not in pronouns:
            continue
        passive = verb.lemma in words.impersonal_passive and verb.child("aux:pass") is not None
        if node.relation in SUBJECTS and (
            verb.lemma in words.impersonal or (passive and verb.child("complement", "csubj"))
        ):
            node.relation = "expletive"
        elif (
            node.relation == "expletive"
            and verb.pos == "VERB"
            and not passive
            and verb.lemma not in words.impersonal | words.maybe_impersonal
            # turned round after what was said ("a-t-il ajouté"), the saying may pass for a subject
            and (node.text.startswith("-") or verb.child(*SUBJECTS) is None)
        ):
            node.relation = "subject:pass" if verb.child("aux:pass") else "subject"
