import './window-scene.css';

type Colour = 'tile' | 'amber' | 'rose' | 'sky' | 'green';
type Light = { readonly x: number; readonly y: number; readonly ground: Colour; readonly jewel: Colour };

const columns = [34, 108, 182] as const;
const lightWidth = 64;
const lightHeight = 92;

/** Two rows of three lights, lower row first: each a pane with a long hexagon set into it. */
const rows: readonly (readonly Light[])[] = [
  [
    { x: columns[0], y: 284, ground: 'green', jewel: 'amber' },
    { x: columns[1], y: 284, ground: 'tile', jewel: 'rose' },
    { x: columns[2], y: 284, ground: 'green', jewel: 'amber' },
  ],
  [
    { x: columns[0], y: 184, ground: 'sky', jewel: 'rose' },
    { x: columns[1], y: 184, ground: 'amber', jewel: 'tile' },
    { x: columns[2], y: 184, ground: 'sky', jewel: 'rose' },
  ],
];

const centre = { x: 140, y: 174 } as const;
const rays: readonly Colour[] = ['tile', 'sky', 'rose', 'amber', 'rose', 'sky', 'tile'];

/**
 * An orosi, the window of coloured glass: its lights in two rows, over them the fan, and in the fan the sun. `lit`: how
 * many of the four the day has reached, from below.
 */
export function WindowScene({ lit }: { readonly lit: 1 | 2 | 3 | 4 }) {
  const groupClass = (order: number) => (order < lit ? 'scene-part scene-lit' : 'scene-part');
  return (
    <svg className="scene" viewBox="0 0 280 404" aria-hidden="true" focusable="false">
      <clipPath id="scene-arch">
        <path d="M34 174V150C34 84 92 50 140 22c48 28 106 62 106 128v24z" />
      </clipPath>
      <path className="scene-wall" d="M10 390V150C10 68 82 32 140 0c58 32 130 68 130 150v240z" />
      <path className="scene-wood" d="M26 384V150C26 79 88 43 140 13c52 30 114 66 114 137v234z" />
      {rows.map((lights, order) => (
        <g key={lights[0]?.y} className={groupClass(order)}>
          {lights.map((light) => (
            <LightOf key={light.x} light={light} />
          ))}
        </g>
      ))}
      <g clipPath="url(#scene-arch)">
        <g className={groupClass(2)}>
          {rays.map((colour, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rays never move
            <path key={index} className={`scene-glass scene-${colour}`} d={drawRay(index)} />
          ))}
        </g>
        <g className={groupClass(3)}>
          <circle className="scene-wood" cx={centre.x} cy={centre.y} r="34" />
          <circle className="scene-glass scene-sun" cx={centre.x} cy={centre.y} r="34" />
        </g>
      </g>
      <path className="scene-sill" d="M0 384h280v20H0z" />
    </svg>
  );
}

function LightOf({ light: { x, y, ground, jewel } }: { readonly light: Light }) {
  const hexagon = [
    [0.5, 0.1],
    [0.86, 0.3],
    [0.86, 0.7],
    [0.5, 0.9],
    [0.14, 0.7],
    [0.14, 0.3],
  ];
  const points = hexagon.map(([across = 0, down = 0]) => `${x + across * lightWidth},${y + down * lightHeight}`).join(' ');
  const middle = x + lightWidth / 2;
  return (
    <>
      <rect className={`scene-glass scene-${ground}`} x={x} y={y} width={lightWidth} height={lightHeight} />
      <path className="scene-lead" d={`M${middle} ${y}v${lightHeight}M${x} ${y + lightHeight / 2}h${lightWidth}`} />
      <polygon className="scene-wood" points={points} />
      <polygon className={`scene-glass scene-${jewel}`} points={points} />
    </>
  );
}

/** One of seven equal wedges of the half circle over the centre, long enough to pass the arch. */
function drawRay(index: number): string {
  const edge = (step: number) => {
    const angle = Math.PI - (Math.PI * step) / rays.length;
    return `${(centre.x + 240 * Math.cos(angle)).toFixed(1)} ${(centre.y - 240 * Math.sin(angle)).toFixed(1)}`;
  };
  return `M${centre.x} ${centre.y}L${edge(index)}L${edge(index + 1)}z`;
}
