"""Makes `src/dragoman/languages/common_words.toml`: words that tell nothing of a text's subject.

    python -m training.common_words

They are those of stopwords-iso (`pip install "dragoman[train]"`), for the languages that a page's
language is told among: single words of two letters or more, in small letters.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from stopwordsiso import has_lang, stopwords

from dragoman.articles.tongue import LANGUAGES

TARGET = Path(__file__).parents[1] / "src/dragoman/languages/common_words.toml"
_WORD = re.compile(r"[^\W\d_]{2,}")
_HEAD = """\
# Words that tell nothing of what a text is about, by language, in small letters.
# Made by `python -m training.common_words` from stopwords-iso, (c) 2020 Gene Diaz, MIT licence.

"""


def common_words(language: str) -> list[str]:
    words = {word.casefold() for word in stopwords(language)}
    return sorted(word for word in words if _WORD.fullmatch(word))


def main() -> None:
    parts = [_HEAD]
    for language in LANGUAGES:
        if has_lang(language) and (words := common_words(language)):
            rows = textwrap.fill(" ".join(words), 98, break_on_hyphens=False)
            parts.append(f'{language} = """\n{rows}\n"""\n\n')
    TARGET.write_text("".join(parts).rstrip("\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
