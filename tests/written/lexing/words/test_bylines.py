"""Bylines: whose work an answer is, in a title or a line, and whose number somebody else's is."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

OWN = [
    "# Group mates: Hannah, Peter, Anna", "# Authors: Hannah Phan, Peter Jung", "## Homework 3 - Hannah Phan",
    "# Assignment 2: Anna Weber", "# Lab 4 | Paul Meier", "# Submitted by: Maria, Peter", "# Abgabe 3 – Anna Weber",
    "# Gruppe 7: Anna, Lukas", "# Autoren: Anna, Lukas", "# Tarea 2: Juan Pérez", "# Integrantes: Juan, María",
    "# Devoir 1 - Camille Martin", "# Noms : Camille, Pierre", "# Aluno: João Silva", "# Trabalho 2 - Ana, João",
    "# Studente: Luca Rossi", "# Name: Hannah", "**Author:** Peter",
    "## Hannah Lindqvist-Moore — Q3", "Ethan R.      CS 112      HW 5", "\\textbf{Homework 2 --- Zoe Papadakis}",
    "**Tom H. – hw 3**", "Emma Novak", "worksheet 2 - Olivia S", "Peter, tarefa 3", "### Mateo Vargas · HW 2",
]  # fmt: skip
OTHERS = [
    "# Hannah", "## Peter's solution", "# Homework of Hannah", "# Hannah says", "# Group: Hannah says", "Peter:",
    "# Homework 3 - Hannah (rejected by the teacher)", "# Student: Peter (not me)", "**Aufgabe 2: Finde Annas Fehler**",
    "## Tarea 3: Respuesta de Carlos, a corregir", "## TP 2 : Pierre prétend que", "## Homework 3 - from Peter's paper",
    "# Lab - Tom's version (outdated)", "# Name: Anna, reviewing Tom", "# Name: Anna (peer review of Tom)",
    "# Classmates:", "# Author: the book", "# Group: my neighbour", "Exercise 3: Hannah has this:",
    "# Solution of the author", "Hannah Novak:", "Hannah Novak wrote", "# Hannah Novak's sheet", "Copied, Hannah Novak",
    "# Hannah vs. Peter",
]  # fmt: skip


@pytest.mark.parametrize("title", OWN)
def test_the_names_of_the_authors_say_nothing_against_their_answer(title: str) -> None:
    for answer in ("q = w*x = 10", "| node | value |\n|---|---|\n| q | 10 |\n| r | 8 |"):
        assert verdicts(f"{title}\n\n{answer}", EXERCISES["seed"])["q"].status in ACCEPTED


@pytest.mark.parametrize("title", OTHERS)
def test_what_is_under_somebody_elses_name_is_somebody_elses(title: str) -> None:
    assert verdicts(f"{title}\n\nq = 10", EXERCISES["seed"])["q"].status not in ACCEPTED


@pytest.mark.parametrize("line", ["Group: Hannah has q = 10", "Exercise 3: Peter: q = 10", "Name: Anna says q = 10"])
def test_a_line_that_states_something_is_no_byline(line: str) -> None:
    assert verdicts(line, EXERCISES["seed"])["q"].status not in ACCEPTED
