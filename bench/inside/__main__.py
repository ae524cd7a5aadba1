"""`python -m bench.inside filling 2000`: one of our modules, inside the site of the environment."""

import json
import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    name, *words = sys.argv[1:]
    print(json.dumps(import_module(f"bench.inside.{name}").main(*words)))
