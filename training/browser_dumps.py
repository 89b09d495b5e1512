"""Dumps of the development pages as other programs make them: a browser's own text, and its PDF's, as
two programs read it.

    python -m training.browser_dumps FOLDER

Writes FOLDER/browser/NAME.txt (what select-all and copy give: `innerText`), FOLDER/pdf/NAME.txt (the
text of the page printed to PDF, by `pdftotext`) and FOLDER/sheets/NAME.txt (the same by Dragoman's own
reader of PDF), for `training.lines --dumps`. Needs
`pip install playwright`, a Chromium (`CHROMIUM` names it; /usr/bin/chromium unless told) and poppler's
pdftotext. Nothing is fetched: pages come from the development data, all else is refused, and no script
runs.
"""

from __future__ import annotations

import argparse
import gzip
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import read_lines, shared_file

from dragoman.errors import InputError
from dragoman.sources.pdf import pdf_page

_SECONDS = 10
_ADDRESS = "http://page.invalid/"


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m training.browser_dumps", description=__doc__)
    options.add_argument("folder", type=Path)
    folder = options.parse_args().folder
    for kind in ("browser", "pdf", "sheets"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    from playwright.sync_api import Error, sync_playwright

    pages = shared_file("bench/pages/html")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        for truth in read_lines("bench/pages/index.jsonl"):
            name = truth["name"]
            if (folder / "pdf" / f"{name}.txt").exists():
                continue
            html = gzip.decompress((pages / f"{name}.html.gz").read_bytes())
            page = browser.new_page(java_script_enabled=False)
            page.set_default_timeout(_SECONDS * 1000)
            page.route(
                "**/*",
                lambda route, html=html: (
                    route.fulfill(body=html, content_type="text/html; charset=utf-8")
                    if route.request.resource_type == "document"
                    else route.abort()
                ),
            )
            try:
                page.goto(_ADDRESS, wait_until="domcontentloaded")
                text = page.evaluate("document.body.innerText")
                (folder / "browser" / f"{name}.txt").write_text(text, encoding="utf-8")
                printed = Path(scratch) / f"{name}.pdf"
                page.pdf(path=str(printed))
                target = folder / "pdf" / f"{name}.txt"
                subprocess.run(
                    ["pdftotext", "-enc", "UTF-8", str(printed), str(target)],
                    check=True, timeout=_SECONDS,
                )  # fmt: skip
                read = pdf_page(printed.read_bytes(), name=name).text
                (folder / "sheets" / f"{name}.txt").write_text(read, encoding="utf-8")
            except (Error, subprocess.SubprocessError, InputError) as error:
                print(f"{name}: {str(error).splitlines()[0]}", file=sys.stderr)
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
