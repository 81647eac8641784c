"""Portuguese."""

from gradbook.written.lexing.words import table

NUMBERS = "zero um dois três quatro cinco seis sete oito nove dez onze doze"  # in order, from 0

WORDS = table(
    relation="é vale dá igual fica resulta são é_igual_a igual_a equivale_a será nos_dá obtém-se",
    times="vezes multiplicado_por multiplicada_por",
    plus="mais",
    minus="menos",
    over="dividido_por dividida_por sobre",
    power="quadrado cubo ao_quadrado",
    denial="não falso falsa incorreto incorreta nunca erro errado errada sem impossível nenhum mentira",
    hedge="ou talvez provavelmente adivinho possivelmente chute a_verificar por_verificar",
    retraction="desculpa desculpe correção espera aliás corrigido mas porém esqueça esqueci retiro",
    condition="se suponha supondo suponhamos fosse",
    others="""
        exemplo vizinho vizinha amigo amiga colega livro outro outra outros outras ano_passado mostre prove provar
        mostrar exame prova internet diz""",
    against="em_vez_de ao_invés_de em_lugar_de",
    reason="porque pois já_que como visto",
    new="novo nova novos novas atualizado atualizada",
    old="velho velha antigo antiga anterior inicial",
    after="depois_de após depois",
    before="antes_de antes",
    step="atualização passo iteração descida",
    slope="derivada gradiente inclinação",
    slopes="derivadas gradientes",
    partial="parcial parciais total",
    local="local locais direta",
    upstream="entrante externo",
    values="valores pesos entradas parâmetros",
    of="de do da",
    by="em_relação_a em_relação_à em_relação_ao com_respeito_a com_respeito_à relativamente_a respeito",
    for_="para em no na ao à",
    article="o a os as um uma este esta isto esse essa isso",
    link="""
        e então assim logo portanto finalmente agora temos obtemos obtém que qual onde também numericamente
        calculamos calculando valor resultado com substituindo daí além aqui se_obtém nos""",
    supposition="seja sejam",
    same="ou_seja",
    filler="exatamente simplesmente aproximadamente só apenas somente quase justamente",
    result="resposta solução final",
    weight="peso",
    bias="viés",
    rate="taxa_de_aprendizado taxa_de_aprendizagem",
    number=NUMBERS,
    part="meio metade terço quarto",
    otherwise="contrário senão",
    plain="""
        veja ver vemos abaixo acima segue seguintes diretamente fácil linear quadrático quadrática logística
        ponderada esperado esperada erro_quadrático simplificando ambos ambas aplica usa usar calculada chega chegam
        contribui passo_a_passo propagação frente trás retropropagação regra cadeia produto soma diferença quociente
        fator fatores termo termos nó nós aresta grafo cálculo cálculos camada rede neurônio neurónio neurônios
        ativação entrada saída função perda custo alvo predição previsão parâmetro variável quantidade número
        fórmula equação expressão primeiro primeira segundo segunda seguinte último última mesmo mesma todos todas
        cada caminho caminhos via lado exercício parte questão pergunta tarefa caso dado dada dados ser está estão
        era tem fazer fazemos usamos usando utilizando aplicando aplicamos multiplicamos multiplicando somamos
        somando subtraímos dividimos por pelo pela entre até desde muda mudança pequeno grande positivo negativo
        sinal constante depende contribuição contribuições tudo aprendizado aprendizagem taxa tabela linha coluna
        imagem desenho sim bem meu minha nosso nossa arredondado casas decimais algarismos sigmoide derivar
        derivando seu sua seus calcular calculo calculado ao_longo dos das nas num numa""",
)
