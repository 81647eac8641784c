"""People: given names that are common, by which an answer says whose a number is: "Laut Ben ist q = 10".

Names that are words of mathematics or of every day are only so where somebody is told of: "Mark says", not "mark: 10".
"""

from gradbook.written.lexing.words.dictionary import bare, bare_words

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
олена петро марія оксана тарас ελενη πετρος μαρια γιωργος νικος andrei ion mihai alexandru ioana cristian vlad
bogdan radu hugo megan jannik amine marta yuki kenji haruto minji mads mette antti matti jukka liisa kari bence gabor
zsofia राहुल अमित प्रिया रोहन नेहा पूजा अनिल सुनीता محمد أحمد فاطمة سارة رضا مریم زهرا
"""
_GIVEN_NAMES = bare_words(_NAMES)
_WORDS = """
adam art bill dawn dean deniz don drew frank grace guy hope ian ida jin joy jun june kai lin lou luz mai mark max otto
pat paz ray rich ron rose sandy sue ted wei
ada al an aya can dan hoa huy lan lee li may min nam ola sol su will
"""
EVERYDAY = frozenset(_WORDS.strip().splitlines()[-1].split())  # words between others where they are words: "Dan heeft"
WORDS_TOO = frozenset(_WORDS.split())
TELLS_OR_HAS = frozenset({  # what somebody does with a number, and no node
    "fik", "siger", "skriver", "fikk", "sier", "sai", "sanoo", "väittää", "kapott", "írja", "mondja",
    "каже", "пише", "отримав", "отримала", "стверджує", "λέει", "βρήκε", "έγραψε", "zice", "spune", "obține",
    "scrie", "găsește", "گفت", "نوشت", "يقول", "كتب", "وجد",
    "nói", "bảo", "viết", "tính", "tìm", "thấy", "ra", "được", "buldu", "bulmuş", "dedi", "diyor", "yazmış", "yazdı",
    "hesapladı", "söyledi", "buluyor", "yazıyor", "mendapat", "mendapatkan", "memperoleh", "menulis", "menghitung",
    "menemukan", "bilang", "berkata", "dapat", "punya",
    "gets", "got", "has", "had", "says", "said", "finds", "found", "thinks", "obtains", "obtained", "writes", "wrote",
    "computed", "calculated", "claims", "told", "states", "lists", "shows", "displays", "announces", "posted", "sent",
    "hat", "hatte", "bekommt", "bekam", "sagt", "sagte", "meint", "findet", "schreibt", "schrieb", "trouve", "obtient",
    "dit", "écrit", "obtiene", "tiene", "dice", "escribe", "encuentra", "trova", "ottiene", "scrive", "tem", "obtém",
    "diz", "escreve", "krijgt", "heeft", "zegt", "vindt", "schrijft", "ma", "mówi", "pisze", "получает", "говорит",
    "пишет", "meinte", "behauptet", "behauptete", "rechnet", "pense", "affirme", "afirma", "piensa",
    "pensa", "calculó", "obtuvo", "obteve", "achou", "ottenne", "beweert", "vond", "denkt", "twierdzi", "uważa",
    "otrzymał", "otrzymała", "napisał", "napisała", "утверждает", "считает", "получил", "получила", "написал",
    "написала", "trouvé",
})  # fmt: skip


def is_given_name(word: str) -> bool:
    """Whether a word, as it is written, is the given name of somebody."""
    cased = word.lower() != word.upper()
    if cased and not (word[:1].isupper() and word[1:].islower()):
        return False
    name = bare(word)
    return name in _GIVEN_NAMES or name.removesuffix("s") in _GIVEN_NAMES  # "Annas Wert"


def is_genitive(word: str) -> bool:
    """Whether a word, as it is written, says that something is somebody's: "Annas"."""
    return is_given_name(word) and bare(word) not in _GIVEN_NAMES
