"""The treebank of 2017 is brought up to today's scheme before it is trained on."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
import spacy

ROOT = Path(__file__).parents[3]

OLD = """\
1	Zij	zij	PRON	_	Case=Nom|Person=3|PronType=Prs	2	nsubj	_	_
2	leest	lezen	VERB	_	Number=Sing|Tense=Pres|VerbForm=Fin	0	root	_	_
3	haar	haar	DET	_	_	5	det	_	_
4	eerste	één	NUM	_	_	5	nummod	_	_
5	brief	brief	NOUN	_	Gender=Com|Number=Sing	2	obj	_	_
6	en	en	CCONJ	_	_	2	cc	_	_
7	schrijft	schrijven	VERB	_	Number=Sing|Tense=Pres|VerbForm=Fin	2	conj	_	_
8	Jan	Jan	PROPN	_	_	7	iobj	_	_
9	Bos	Bos	PROPN	_	_	8	flat:name	_	_
10	.	.	PUNCT	_	_	2	punct	_	_

1	Dat	dat	PRON	_	_	2	nsubj	_	_
2	moet	moeten	VERB	_	_	0	root	_	_
"""


@pytest.fixture(scope="module")
def treebanks() -> ModuleType:
    path = ROOT / "scripts" / "modelling" / "treebanks.py"
    spec = importlib.util.spec_from_file_location("treebanks_under_test", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_2017_sentence_speaks_todays_scheme(treebanks: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "old.conllu").write_text(OLD, encoding="utf-8")
    old = treebanks.read_conllu(tmp_path / "old.conllu")
    sentences = list(treebanks.modernise(old, ROOT / "models" / "treebank_2017.toml"))
    assert len(sentences) == 1, "the sentence with a modal is left out"
    (doc,) = treebanks.make_docs(sentences, spacy.blank("nl").vocab, size=4)
    assert doc.text.strip() == "Zij leest haar eerste brief en schrijft Jan Bos."
    assert (doc[2].pos_, doc[2].dep_, doc[2].morph.get("Poss")) == ("PRON", "nmod:poss", ["Yes"])
    assert (doc[3].pos_, doc[3].dep_) == ("ADJ", "amod")
    assert (doc[5].dep_, doc[5].head.text) == ("cc", "schrijft")
    assert doc[8].dep_ == "flat"
    assert doc[9].dep_ == "", "the head of punctuation is unknown"
    assert doc[1].dep_ == "ROOT"


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("ging", "aan_gaan", "gaan"),
        ("aangelegd", "aan_leggen", "aanleggen"),
        ("striptekenaars", "strip_tekenaar", "striptekenaar"),
        ("huis", "huis", "huis"),
    ],
)
def test_lemma_is_a_word(
    treebanks: ModuleType, tmp_path: Path, form: str, lemma: str, expected: str
) -> None:
    row = f"1\t{form}\t{lemma}\tNOUN\t_\t_\t0\troot\t_\t_\n"
    (tmp_path / "one.conllu").write_text(row, encoding="utf-8")
    ((word,),) = treebanks.read_conllu(tmp_path / "one.conllu")
    assert word.lemma == expected
