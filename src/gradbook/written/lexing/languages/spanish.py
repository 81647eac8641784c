"""Spanish."""

from gradbook.written.lexing.words import table

NUMBERS = "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce"  # in order, from 0

WORDS = table(
    relation="""
        es vale da igual queda resulta son es_igual_a igual_a equivale_a tiene_el_valor sería_entonces nos_da dan
        valen equivale""",
    times="por multiplicado_por multiplicada_por veces",
    plus="más",
    minus="menos",
    over="entre sobre dividido_entre dividido_por dividida_por dividida_entre",
    power="cuadrado cubo al_cuadrado",
    denial="no falso falsa incorrecto incorrecta nunca error mal equivocado equivocada sin imposible ningún mentira",
    hedge="o quizás quizá tal_vez probablemente adivino adivinando posiblemente por_verificar por_comprobar",
    retraction="perdón corrección espera mejor_dicho corregido pero olvida olvidé disculpa olvido rectifico",
    condition="si supongamos suponiendo supón fuera",
    others="""
        ejemplo vecino vecina amigo amiga compañero compañera libro otro otra otros otras año_pasado demuestra
        demostrar mostrar examen internet dice""",
    against="en_lugar_de en_vez_de",
    reason="porque pues ya_que como debido",
    new="nuevo nueva nuevos nuevas actualizado actualizada",
    old="viejo vieja antiguo antigua anterior inicial",
    after="después_de después tras",
    before="antes_de antes",
    step="actualización paso iteración descenso",
    slope="derivada gradiente pendiente",
    slopes="derivadas gradientes",
    partial="parcial parciales total",
    local="local locales directa",
    upstream="entrante externo",
    values="valores pesos entradas parámetros",
    of="de del",
    by="con_respecto_a respecto_a respecto_de con_respecto_al respecto_al respecto según",
    for_="para en a al",
    article="el la los las un una unos unas este esta esto estos estas lo",
    link="""
        y e entonces así luego por_lo_tanto por_tanto finalmente ahora se tenemos obtenemos obtiene que cual
        donde también numéricamente nos queda_que calculamos calculando valor resultado con sustituyendo además
        aquí ello vez""",
    supposition="sea sean",
    same="es_decir",
    filler="exactamente simplemente aproximadamente sólo solo solamente justo casi precisamente",
    result="respuesta solución final",
    weight="peso",
    bias="sesgo",
    rate="tasa_de_aprendizaje",
    number=NUMBERS,
    part="medio mitad tercio cuarto",
    otherwise="otro_caso contrario",
    plain="""
        mira ver vemos abajo arriba sigue siguientes luego_de cada_uno directamente fácil lineal cuadrático
        cuadrática logística ponderada ponderado esperado esperada error_cuadrático simplificando simplificar
        primeramente segundo_lugar ambos ambas aplica usa usar usamos_la calculada llega llegan contribuye
        propagación adelante atrás retropropagación regla cadena producto suma diferencia cociente factor
        factores término términos nodo nodos arista grafo cálculo cálculos capa red neurona neuronas activación
        entrada salida función pérdida costo coste objetivo predicción parámetro variable cantidad número
        fórmula ecuación expresión primero primer primera segundo segunda siguiente último última mismo misma
        todos todas cada camino caminos vía lado ejercicio parte pregunta tarea caso dado dada dados ser está
        están era he ha han hacer hacemos tomamos usamos usando utilizando utilizamos aplicando aplicamos
        multiplicamos multiplicando sumamos sumando restamos dividimos sustituimos sustituir hacia desde hasta
        cambia cambio pequeño grande positivo negativo signo constante depende contribución contribuciones todo
        aprendizaje tasa tabla fila columna imagen dibujo sí bien mi mis nuestro nuestra redondeado decimales
        cifras sigmoide derivar derivando su sus les calcular calculo gradiente_descendente descendente obtener
        hallar haciendo llamamos""",
)
