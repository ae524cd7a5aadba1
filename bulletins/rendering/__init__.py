"""The printed form of an edition: made when it is released, kept, and checked against its rows."""

from bulletins.rendering.bodies import body_of, render, render_part, render_unsealed

__all__ = ["body_of", "render", "render_part", "render_unsealed"]
