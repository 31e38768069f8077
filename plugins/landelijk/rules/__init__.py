"""The rules on fines under the Participatiewet, in small pure functions."""

from .plugin import create as create
