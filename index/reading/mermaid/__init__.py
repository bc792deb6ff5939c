"""Mermaid diagrams read aloud: what a diagram shows, as steps, outlines and sentences."""
