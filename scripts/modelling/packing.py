"""Puts the trained parts together, and makes the importable package of the model."""

import shutil
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.pipeline import EditTreeLemmatizer
from spacy.strings import StringStore

DATA = "data"
_NAME = "minutes_sm"
_LICENCE = "CC BY-SA 4.0"
_DESCRIPTION = "Small Dutch model for minutes: classes, tags, morphology, lemmas, trees and names"
_SOURCES = [
    {
        "name": "UD Dutch LassySmall",
        "author": "Gosse Bouma, Gertjan van Noord",
        "url": "https://github.com/UniversalDependencies/UD_Dutch-LassySmall",
        "license": "CC BY-SA 4.0",
    },
    {
        "name": "UD Dutch Alpino",
        "author": "Daniel Zeman, Zdeněk Žabokrtský, Gosse Bouma, Gertjan van Noord",
        "url": "https://github.com/UniversalDependencies/UD_Dutch-Alpino",
        "license": "CC BY-SA 4.0",
    },
    {
        "name": "Register van Overheidsorganisaties",
        "author": "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
        "url": "https://organisaties.overheid.nl",
        "license": "CC0 1.0",
    },
]


# the name under which Python finds the distribution, which `spacy.load` asks for
_DISTRIBUTION = """\
Metadata-Version: 2.1
Name: nl_{name}
Version: {version}
Summary: {description}
License: {license}
"""


def assemble_model(syntax: Path, names: Path) -> Language:
    """Return the pipeline of the first model with the names of the second at its end."""
    nlp = spacy.load(syntax)
    nlp.add_pipe("ner", source=spacy.load(names))
    return nlp


def pack_model(nlp: Language, package: Path, version: str) -> None:
    """Write the model into ``package/data``, with its meta data beside the package's code."""
    # where the training data stood is nobody's business
    nlp.config["paths"].update(dict.fromkeys(nlp.config["paths"]))
    nlp.config["initialize"]["vectors"] = None
    nlp.meta.update(
        name=_NAME,
        version=version,
        description=_DESCRIPTION,
        author="Besluitvinder maintainers",
        license=_LICENCE,
        sources=_SOURCES,
        performance={},  # measured apart, on texts of other bodies; see docs/model.md
    )
    shutil.rmtree(package / DATA, ignore_errors=True)
    nlp.to_disk(package / DATA)
    _needed_strings(nlp).to_disk(package / DATA / "vocab" / "strings.json")
    shutil.copyfile(package / DATA / "meta.json", package / "meta.json")
    _write_distribution(package, version)


def _write_distribution(package: Path, version: str) -> None:
    folder = package.with_name(f"{package.name}.egg-info")
    folder.mkdir(exist_ok=True)
    text = _DISTRIBUTION.format(
        name=_NAME, version=version, description=_DESCRIPTION, license=_LICENCE
    )
    (folder / "PKG-INFO").write_text(text, encoding="utf-8")


def _needed_strings(nlp: Language) -> StringStore:
    """Keep the strings that the components use: words and names of the training texts go."""
    strings = set(spacy.blank("nl").vocab.strings)
    for name in nlp.pipe_names:
        pipe = nlp.get_pipe(name)
        if isinstance(pipe, EditTreeLemmatizer):
            strings |= _edit_strings(pipe)
        else:
            strings |= set(getattr(pipe, "labels", ()))
    return StringStore(sorted(strings))


def _edit_strings(lemmatizer: EditTreeLemmatizer) -> set[str]:
    """Return the strings that the lemmatizer's edit trees replace and put in."""
    trees = srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]
    keys = {tree[key] for tree in trees for key in ("orig", "subst") if key in tree}
    return {lemmatizer.vocab.strings[key] for key in keys if key}
