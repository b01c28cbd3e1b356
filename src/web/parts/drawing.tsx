import { useLayoutEffect, useRef, useState } from "react";
import type { Canvas } from "#charts/state.ts";

/** Puts a chart on the page, as wide as its place, and draws it anew when the place changes. */
export function Drawing({
  draw,
  height,
  className,
}: {
  readonly draw: (canvas: Canvas) => SVGSVGElement;
  readonly height?: number;
  readonly className?: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    setWidth(Math.floor(element.clientWidth));
    const watch = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (width > 0) place.current?.replaceChildren(draw({ document, width, height }));
  }, [draw, width, height]);
  return <div ref={place} className={`drawing ${className ?? ""}`} />;
}
