"""People: given names that are common, by which an answer says whose a number is: "Laut Ben ist q = 10".

Names that are words of mathematics or of every day are none of these: Max, Adam, Will, Mark, Ray.
"""

from gradbook.written.lexing.words.dictionary import bare

_NAMES = """
alice anna anne annika amy ben benjamin bob bobby brian carl carla carol charlie chloe chris christian christina
daniel dave david diana dylan edward ella emily emma eric ethan eve frank fred george greg hannah harry helen henry
isabel jack jacob james jane jason jennifer jenny jeremy jessica jim joe john jonas jonathan josh julian karen kate
katie kevin kim laura lauren lea lena leon liam lily linda lisa lucas lucy luke maria marie martin mary matt matthew
melissa michael michelle mia mike nathan nick nicole noah oliver olivia patrick paul peter philip rachel rebecca
richard robert ryan sam samantha sarah scott simon sophie stephen steve steven susan thomas tim timothy tina tobias
tom tony tyler vanessa victor zoe andreas bernd birgit claudia dieter fabian felix florian franz friedrich hans heike
heinz helga holger ingrid jan jens jurgen karin karl katharina katrin klaus lars lukas manfred markus matthias moritz
niklas nina petra sabine sebastian silke stefan stefanie susanne sven thorsten ulrich ulrike ursula uwe wolfgang
antoine camille celine chantal claire clement elodie emilie etienne francois guillaume helene isabelle jacques jean
julie juliette louis louise luc lucie mathieu mathilde maxime michel nathalie nicolas olivier philippe pierre sylvie
thibault valerie veronique yves alejandro ana antonio beatriz carlos carmen diego elena enrique fernando francisco
gabriela isabela javier jorge jose juan lucia luis manuel miguel pablo pedro rafael ricardo rosa sofia teresa afonso
bruno catarina duarte guilherme ines joana joao leonor mariana matheus paulo rodrigo thiago tiago alessandro
alessandra andrea chiara davide enzo federica federico francesca francesco giacomo giorgia giorgio giovanni giulia
giulio giuseppe lorenzo luca marco martina matteo paola paolo riccardo roberto silvia stefano valentina vincenzo ahmet
ali ayse burak elif emre fatma hakan hasan huseyin mehmet merve murat mustafa omer selin yusuf zeynep agnieszka
andrzej ania ani ewa grzegorz jakub joanna kasia katarzyna krzysztof magda malgorzata marcin mateusz michal pawel
piotr tomasz wojciech zosia daan femke jeroen joost joris maarten pieter sanne thijs willem wouter agus budi dewi
putri rizky sari siti wati minh nguyen huong linh priya rahul sanjay amit fatima mohamed mohammed omar иван ивана анна
анны ольга ольги пётр петра петя пети маша маши миша миши саша саши дима димы катя кати
"""
_GIVEN_NAMES = frozenset(_NAMES.split())


def is_given_name(word: str) -> bool:
    """Whether a word, as it is written, is the given name of somebody."""
    if not (word[:1].isupper() and word[1:].islower()):
        return False
    name = bare(word)
    return name in _GIVEN_NAMES or name.removesuffix("s") in _GIVEN_NAMES  # "Annas Wert"
