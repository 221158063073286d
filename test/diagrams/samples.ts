import type { Kind } from '../../src/page/diagrams/kinds';

export const CLASSES: Record<Kind, string> = {
  math: 'mathjax',
  mermaid: 'mermaid',
  graphviz: 'graphviz',
  flow: 'flow-chart',
  sequence: 'sequence-diagram',
  abc: 'abc',
};

/** One diagram of each kind, as on HedgeDoc's own feature page, in the syntax of the versions it uses. */
export const SAMPLES: Record<Exclude<Kind, 'math'>, string> = {
  mermaid: `graph TD
  A[Start] --> B{Is it <b>working</b>?}
  B -->|Yes| C[Fine, a quite long label that goes on and on]
  B -- No --> D(Fix it)
  subgraph one
  D --> A
  end
`,
  graphviz: `digraph hierarchy {
  nodesep=1.0
  node [color=Red,fontname=Courier,shape=box]
  edge [color=Blue, style=dashed]
  Headteacher->{Deputy1 Deputy2 BusinessManager}
  Deputy1->{Teacher1 Teacher2}
  BusinessManager->ITManager
  {rank=same;ITManager Teacher1 Teacher2}
}
`,
  flow: `st=>start: Start
e=>end: End
op=>operation: My Operation
op2=>operation: lalala
cond=>condition: Yes or No?

st->op->op2->cond
cond(yes)->e
cond(no)->op2
`,
  sequence: `Title: Greetings
Alice->Bob: Hello Bob, how are you?
Note right of Bob: Bob thinks
Bob-->Alice: I am good thanks!
Note left of Alice: Alice responds
Alice->>Bob: Where have you been?
Bob->Bob: Thinking\\nagain
Note over Alice,Bob: Both of them
Alice-->>Carol: Ask her
`,
  abc: `X:1
T:Speed the Plough
M:4/4
C:Trad.
K:G
|:GABc dedB|dedB dedB|c2ec B2dB|c2A2 A2BA|
GABc dedB|dedB dedB|c2ec B2dB|A2F2 G4:|
`,
};

/** The kinds of mermaid diagrams in 9.1.7. */
export const MERMAID_KINDS: Record<string, string> = {
  sequence: `sequenceDiagram
  participant Alice
  Alice->>John: Hello John
  loop Healthcheck
    John->>John: Fight
  end
  Note right of John: Rational!
  John-->>Alice: Great!`,
  class: `classDiagram
  Animal <|-- Duck
  Animal : +int age
  class Duck{
    +swim()
  }`,
  state: `stateDiagram-v2
  [*] --> Still
  Still --> Moving
  Moving --> [*]`,
  gantt: `gantt
  title A Gantt Diagram
  dateFormat YYYY-MM-DD
  section Section
  A task :a1, 2014-01-01, 30d
  Another task :after a1, 20d`,
  pie: `pie title Pets
  "Dogs" : 386
  "Cats" : 85`,
  er: `erDiagram
  CUSTOMER ||--o{ ORDER : places`,
  journey: `journey
  title My day
  section Work
  Make tea: 5: Me`,
  git: `gitGraph
  commit
  branch develop
  commit
  checkout main
  merge develop`,
  requirement: `requirementDiagram
  requirement test_req {
  id: 1
  text: the test text.
  risk: high
  verifymethod: test
  }`,
};

export const FORMULAS: readonly string[] = [
  '\\(x^2 + \\alpha\\)',
  '\\[\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt\\pi}{2}\\]',
  '\\begin{align}a &= b + c \\\\ d &= \\begin{pmatrix}1 & 2\\\\3 & 4\\end{pmatrix}\\tag{1}\\label{one}\\end{align}',
  '\\begin{eqnarray}x & = & y \\\\ z & \\neq & \\color{red}{w}\\end{eqnarray}',
  '\\(\\require{mhchem}\\ce{2H2 + O2 -> 2H2O}\\)',
  '\\(\\newcommand{\\R}{\\mathbb R} f\\colon \\R \\to \\bbox[yellow]{\\R}\\)',
  '\\(\\R^n,\\ \\text{Größe mit } \\unicode{x263a}\\)',
  '\\[\\begin{array}{c|c}1 & 2\\\\\\hline 3 & \\cancel{4}\\end{array}\\]',
  '\\(\\unknown{x}\\)',
];
