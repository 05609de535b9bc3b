// The drawn flow: boxes and arrows that a manager reads. It is a picture, not an editor; the list of steps beside it
// says the same to screen readers. All looks come in as class names (`looks`), so the tokens stay in one place.
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { Handle, MarkerType, Position, ReactFlow } from "@xyflow/react";
import "@xyflow/react/dist/style.css";

const BOX = { width: 220, height: 76 };
const SMALL_BOX = { width: 160, height: 76 };
const GAP = { across: [36, 28], down: [20, 36] };

function Box({ data }) {
  const { looks, across, box } = data;
  return (
    <div className={data.open ? `${looks.box} ${looks.box_open}` : looks.box} style={box}>
      <Handle type="target" position={across ? Position.Left : Position.Top} isConnectable={false} className={looks.handle} />
      <span className={looks.tile}>
        <img src={`/api/icons/${data.icon}.svg`} alt="" className={looks.picture} />
      </span>
      <span className={looks.words}>
        <span className={looks.title}>{data.title}</span>
        <span className={looks.subtitle}>{data.subtitle}</span>
      </span>
      {data.open && <span className={looks.mark}>?</span>}
      <Handle type="source" position={across ? Position.Right : Position.Bottom} isConnectable={false} className={looks.handle} />
      <Handle id="beside-in" type="target" position={across ? Position.Bottom : Position.Right} isConnectable={false} className={looks.handle} />
      <Handle id="beside-out" type="source" position={across ? Position.Top : Position.Left} isConnectable={false} className={looks.handle} />
    </div>
  );
}

const nodeTypes = { box: Box };

// The drawing says only who stands in which row and column; the distances are ours, and fit the box.
function arrange(nodes, width, looks) {
  const rank = (values) => [...new Set(values)].sort((a, b) => a - b);
  const columns = rank(nodes.map((node) => node.x));
  const rows = rank(nodes.map((node) => node.y));
  const across = width >= 560 && columns.length * (BOX.width + GAP.across[0]) <= width * 1.3;
  const box = width < 560 && rows.length > 1 ? SMALL_BOX : BOX;
  const [dx, dy] = (across ? GAP.across : GAP.down).map((gap, side) => gap + (side ? box.height : box.width));
  const placed = nodes.map((node) => {
    const [column, row] = [columns.indexOf(node.x), rows.indexOf(node.y)];
    const position = across ? { x: column * dx, y: row * dy } : { x: row * dx, y: column * dy };
    return { id: node.id, type: "box", position, ...box, data: { ...node, looks, across, box } };
  });
  const [wide, high] = across ? [columns.length, rows.length] : [rows.length, columns.length];
  const scale = Math.min(1, (width - 32) / ((wide - 1) * dx + box.width));
  return { placed, height: Math.max(140, Math.round(((high - 1) * dy + box.height) * scale) + 48) };
}

// A step that serves another one (a model, a tool) stands beside it: its arrow leaves and enters at the sides.
function connect(nodes, edges) {
  const column = Object.fromEntries(nodes.map((node) => [node.id, node.x]));
  const markerEnd = { type: MarkerType.ArrowClosed, color: "var(--xy-edge-stroke)" };
  return edges.map((edge) => {
    const beside = column[edge.source] === column[edge.target];
    const sides = beside ? { sourceHandle: "beside-out", targetHandle: "beside-in", label: "" } : {};
    return { ...edge, ...sides, type: "smoothstep", markerEnd };
  });
}

export function Flow({ nodes, edges, looks }) {
  const frame = useRef(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.round(entry.contentRect.width)));
    watcher.observe(frame.current);
    return () => watcher.disconnect();
  }, []);
  useLayoutEffect(() => {
    // The drawing is hidden from screen readers, so nothing in it may take the keyboard's focus either.
    frame.current.querySelectorAll("a").forEach((link) => { link.tabIndex = -1; link.style.color = "var(--muted)"; });
  });
  const { placed, height } = useMemo(() => arrange(nodes, width, looks), [nodes, width, looks]);
  const arrows = useMemo(() => connect(nodes, edges), [nodes, edges]);
  return (
    <div ref={frame} className={looks.frame} style={{ height }} aria-hidden="true">
      {width > 0 && (
        <ReactFlow
          key={`${width}-${nodes.map((node) => node.id).join()}`}
          nodes={placed} edges={arrows} nodeTypes={nodeTypes}
          fitView fitViewOptions={{ padding: "16px", maxZoom: 1 }} minZoom={0.2} maxZoom={1}
          nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false}
          elementsSelectable={false} panOnDrag={false} zoomOnScroll={false} zoomOnPinch={false}
          zoomOnDoubleClick={false} preventScrolling={false} proOptions={{ hideAttribution: false }}
        />
      )}
    </div>
  );
}
