"""The blocks that bodies are made of, one function for each."""

from decimal import Decimal

from .values import Block, File, Picture, Ref, T, Table

Text = T | str


def heading(words: Text) -> Block:
    """A heading of the second level."""
    return Block("heading", words)


def text(html: Text) -> Block:
    """Paragraphs, lists and links."""
    return Block("text", html)


def figure(name: str, caption: Text = "", *, alt: Text = "", decorative: bool = False) -> Block:
    """A picture with its caption."""
    return Block("figure", _figure(name, caption, alt, decorative))


def gallery(*figures: tuple[str, Text]) -> Block:
    """Pictures, each with its caption, side by side."""
    return Block("gallery", {"figures": [_figure(name, caption) for name, caption in figures]})


def _figure(name: str, caption: Text, alt: Text = "", decorative: bool = False) -> dict:
    return {
        "image": Picture(name),
        "caption": caption,
        "alt_text": alt,
        "decorative": decorative,
    }


def link(
    label: Text = "", *, page: str = "", file: str = "", address: str = "", email: str = ""
) -> dict:
    """The value of a link; one of the four ways, or none."""
    return {
        "label": label,
        "page": Ref(page) if page else None,
        "document": File(file) if file else None,
        "link_url": address,
        "email": email,
    }


def quotation(words: Text, *, who: Text = "", role: Text = "", page: str) -> Block:
    """Words of a document, with the page that they stand on."""
    return Block(
        "quotation", {"quotation": words, "who": who, "role": role, "source": link(page=page)}
    )


def key_figure(number: str, label: Text, *, unit: Text = "", source: Text = "") -> Block:
    """One number in large type."""
    value = {"number": str(Decimal(number)), "unit": unit, "label": label, "source": source}
    return Block("key_figure", value)


def table(caption: Text, columns: list[tuple[str, Text]], *rows: list) -> Block:
    """A table; its columns are pairs of kind ("text", "number") and heading."""
    return Block("table", Table(caption, columns, list(rows)))


def video(address: str, title: Text, poster: str) -> Block:
    """A video of YouTube or Vimeo."""
    return Block("video", {"link_url": address, "title": title, "poster": Picture(poster)})


def documents(words: Text, *names: str) -> Block:
    """Files to download."""
    return Block("documents", {"heading": words, "documents": [File(name) for name in names]})


def call_to_action(words: Text, body: Text, button: dict) -> Block:
    """An invitation with one button; `button` is made by `link`."""
    return Block("call_to_action", {"heading": words, "text": body, "link": button})


def questions(*pairs: tuple[Text, Text]) -> Block:
    """Questions with their answers."""
    listed = [{"question": question, "answer": answer} for question, answer in pairs]
    return Block("questions", {"questions": listed})


def contact_person(role: Text, *, name: Text = "", email: str = "", phone: str = "") -> Block:
    """Whom to ask."""
    value = {"name": name, "role": role, "email": email, "phone": phone}
    return Block("contact_person", value)


def related_pages(words: Text, *names: str) -> Block:
    """Pages worth reading next."""
    value = {"heading": words, "pages": [Ref(name) for name in names]}
    return Block("related_pages", value)
