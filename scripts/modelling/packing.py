"""Makes the importable package of a trained model."""

import shutil
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.pipeline import EditTreeLemmatizer
from spacy.strings import StringStore

DATA = "data"
_DESCRIPTION = "Small Dutch model for minutes: UPOS, morphology, lemmas, dependencies and names"
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


def pack_model(trained: Path, package: Path, version: str) -> None:
    """Write the model into ``package/data``, with its meta data beside the package's code."""
    nlp = spacy.load(trained)
    # where the training data stood is nobody's business
    nlp.config["paths"].update(train=None, dev=None)
    nlp.meta.update(
        name="minutes_sm",
        version=version,
        description=_DESCRIPTION,
        author="Besluitvinder maintainers",
        license="CC BY-SA 4.0",
        sources=_SOURCES,
    )
    shutil.rmtree(package / DATA, ignore_errors=True)
    nlp.to_disk(package / DATA)
    _needed_strings(nlp).to_disk(package / DATA / "vocab" / "strings.json")
    shutil.copyfile(package / DATA / "meta.json", package / "meta.json")


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
