"""The treebank of 2017 is brought up to today's scheme before it is trained on."""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import spacy

ROOT = Path(__file__).parents[3]

OLD = """\
1	Jan	Jan	PROPN	_	_	4	nsubj	_	_
2	Bos	Bos	PROPN	_	_	1	flat	_	_
3	werd	worden	AUX	_	Number=Sing|Tense=Past|VerbForm=Fin	4	cop	_	_
4	schrijver	schrijver	NOUN	_	Gender=Com|Number=Sing	0	root	_	_
5	en	en	CCONJ	_	_	4	cc	_	_
6	bleef	blijven	AUX	_	Number=Sing|Tense=Past|VerbForm=Fin	7	cop	_	_
7	arm	arm	ADJ	_	Degree=Pos	4	conj	_	_
8	.	.	PUNCT	_	_	4	punct	_	_

1	Zij	zij	PRON	_	Case=Nom|Person=3|PronType=Prs	2	nsubj	_	_
2	moet	moeten	VERB	_	Number=Sing|Tense=Pres|VerbForm=Fin	0	root	_	_
3	hem	hem	PRON	_	Case=Acc|Person=3|PronType=Prs	4	obj	_	_
4	lezen	lezen	VERB	_	VerbForm=Inf	2	xcomp	_	_
"""


@pytest.fixture(scope="module", autouse=True)
def recipe() -> Iterator[None]:
    """Make the modules of the recipe importable; they are scripts, no part of the package."""
    pytest.importorskip("sklearn", reason="the recipe needs the extra 'train'")
    sys.path.insert(0, str(ROOT / "scripts"))
    yield
    sys.path.remove(str(ROOT / "scripts"))


@pytest.fixture
def auxiliaries() -> dict[str, list[str]]:
    scheme = ROOT / "models" / "assets" / "treebank_2017.toml"
    found: dict[str, list[str]] = tomllib.loads(scheme.read_text(encoding="utf-8"))[
        "hulpwerkwoorden"
    ]
    return found


def test_heads_follow_todays_scheme(tmp_path: Path, auxiliaries: dict[str, list[str]]) -> None:
    from modelling.restructure import restructure
    from modelling.words import read_conllu

    (tmp_path / "old.conllu").write_text(OLD, encoding="utf-8")
    first, second = (restructure(s, auxiliaries) for s in read_conllu(tmp_path / "old.conllu"))
    tree = {w.form: (first[w.head - 1].form if w.head else "", w.dep) for w in first}
    assert tree["werd"] == ("", "root"), "only `zijn` is a copula today"
    assert tree["schrijver"] == ("werd", "xcomp")
    assert tree["Jan"] == ("werd", "nsubj")
    assert tree["bleef"] == ("werd", "conj")
    assert tree["en"] == ("bleef", "cc"), "a coordinator hangs under what follows it"
    tree = {w.form: (second[w.head - 1].form if w.head else "", w.dep) for w in second}
    assert tree == {
        "Zij": ("lezen", "nsubj"),
        "moet": ("lezen", "aux"),
        "hem": ("lezen", "obj"),
        "lezen": ("", "root"),
    }


def test_labels_are_learnt_from_sentences_in_both_schemes(tmp_path: Path) -> None:
    from modelling.relabel import relabel
    from modelling.words import read_conllu

    (tmp_path / "old.conllu").write_text(OLD, encoding="utf-8")
    old = list(read_conllu(tmp_path / "old.conllu"))
    renamed = {"VERB": "AUX", "AUX": "VERB"}
    new = [tuple(replace(w, pos=renamed.get(w.pos, w.pos)) for w in s) for s in old]
    (sentence, _) = relabel(list(zip(old, new, strict=True)), old)
    assert [word.pos for word in sentence] == [word.pos for word in new[0]]
    assert sentence[-1].dep == "", "the head of punctuation is unknown"


def test_doc_of_a_sentence_keeps_all_layers(tmp_path: Path) -> None:
    from modelling.treebanks import make_docs
    from modelling.words import read_conllu

    (tmp_path / "old.conllu").write_text(OLD, encoding="utf-8")
    (doc,) = make_docs(read_conllu(tmp_path / "old.conllu"), spacy.blank("nl").vocab, size=2)
    assert len(list(doc.sents)) == 2
    assert (doc[2].pos_, doc[2].lemma_, doc[2].dep_) == ("AUX", "worden", "cop")
    assert doc[3].head.i == 3
    assert doc[9].morph.get("VerbForm") == ["Fin"]


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("ging", "aan_gaan", "gaan"),
        ("aangelegd", "aan_leggen", "aanleggen"),
        ("striptekenaars", "strip_tekenaar", "striptekenaar"),
        ("huis", "huis", "huis"),
    ],
)
def test_lemma_is_a_word(tmp_path: Path, form: str, lemma: str, expected: str) -> None:
    from modelling.words import read_conllu

    row = f"1\t{form}\t{lemma}\tNOUN\t_\t_\t0\troot\t_\t_\n"
    (tmp_path / "one.conllu").write_text(row, encoding="utf-8")
    ((word,),) = read_conllu(tmp_path / "one.conllu")
    assert word.lemma == expected
