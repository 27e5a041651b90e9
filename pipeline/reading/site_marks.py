"""The marks of site generators in Markdown: front matter and shortcodes.

Minutes in Markdown are often pages of a site (Hugo, Jekyll): they begin with a block of fields
between lines of dashes, and hold commands in double braces, of which some open a section.
"""

import re

_FRONT_MATTER = re.compile(
    r"\A\s*(?P<mark>---|\+\+\+)[ \t]*\n(?P<fields>.*?)\n(?P=mark)[ \t]*\n", re.S
)
_FIELD = re.compile(r"^\s*[\"']?[\w-]+[\"']?\s*[:=]", re.M)
_TITLE = re.compile(r"^\s*title\s*[:=]\s*[\"']?(?P<title>.*?)[\"']?\s*$", re.I | re.M)
_SHORTCODE = re.compile(r"\{\{[<%](?P<command>.*?)[%>]\}\}|\{%.*?%\}", re.S)
_SECTION = re.compile(r"\btitle\s*=\s*\"(?P<title>[^\"]*)\"")
_LEVEL = re.compile(r"\blevel\s*=\s*\"?(?P<level>[1-6])")
_USUAL_LEVEL = 2


def without_site_marks(text: str) -> tuple[str, str]:
    """Return Markdown without front matter and shortcodes, and the title of the front matter.

    A shortcode with a title becomes a heading.

    Examples
    --------
    >>> without_site_marks("---\\ntitle: Verslag\\n---\\nTekst")
    ('Tekst', 'Verslag')
    >>> without_site_marks('{{< section title="Opening" >}}Welkom{{< /section >}}')[0].split()
    ['##', 'Opening', 'Welkom']
    """
    title = ""
    front = _FRONT_MATTER.match(text)
    if front and _FIELD.search(front["fields"]):
        found = _TITLE.search(front["fields"])
        title = found["title"].strip() if found else ""
        text = text[front.end() :]
    return (_SHORTCODE.sub(_heading, text), title)


def _heading(shortcode: re.Match[str]) -> str:
    command = shortcode["command"] or ""
    section = _SECTION.search(command)
    if section is None or not section["title"].strip():
        return ""
    level = _LEVEL.search(command)
    marks = "#" * (int(level["level"]) if level else _USUAL_LEVEL)
    return f"\n\n{marks} {section['title'].strip()}\n\n"
