"""The national rules under the Participatiewet and the Awb, in small pure functions, by theme."""

from .national import create as create
