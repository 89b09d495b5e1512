from __future__ import annotations


def schema() -> None:
    """Print the JSON Schema of what `read --json` prints.

    [bold]Example[/bold]

      dragoman schema > reading.schema.json
    """
    import json

    from dragoman.cli.json_lines import in_utf8
    from dragoman.records import Reading

    in_utf8()
    told = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Reading.model_json_schema(mode="serialization"),
    }
    print(json.dumps(told, ensure_ascii=False, indent=2))
