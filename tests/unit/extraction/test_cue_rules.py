"""Every cue rule finds its own example, and every context its own."""

import pytest

from pipeline.extraction.context import ContextRule, read_contexts
from pipeline.extraction.cues import CueRule, read_rules

RULES = read_rules()
CONTEXTS = read_contexts()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_finds_its_example(rule: CueRule) -> None:
    assert rule.regex.search(rule.example)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_context_cancels_an_example(rule: CueRule) -> None:
    cancelling = [
        c.id for c in CONTEXTS if rule.id not in c.spares and c.regex.search(rule.example)
    ]
    assert cancelling == []


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: context.id)
def test_context_finds_its_example(context: ContextRule) -> None:
    assert context.regex.search(context.example)


def test_contexts_spare_only_rules_that_exist() -> None:
    assert {name for c in CONTEXTS for name in c.spares} <= {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_weight_is_a_share(rule: CueRule) -> None:
    assert 0 < rule.weight < 1
