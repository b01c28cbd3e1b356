// The design system's icons that the pages use, by what they are used for. Each is drawn beside words or named by its
// button, so all are hidden from screen readers where they stand.
import {
  ArrowLeftIcon,
  ArrowRightIcon,
  ChevronDownIcon as ChevronDown,
  DownloadIcon as Download,
  MagnifyingGlassIcon,
  XMarkIcon,
} from "@navikt/aksel-icons";
import type { ComponentType, SVGProps } from "react";

/** A small picture that takes the colour of the words beside it. */
type Icon = ComponentType<SVGProps<SVGSVGElement>>;

export const ChevronDownIcon: Icon = ChevronDown;
export const SearchIcon: Icon = MagnifyingGlassIcon;
export const CloseIcon: Icon = XMarkIcon;
export const DownloadIcon: Icon = Download;
export const PreviousIcon: Icon = ArrowLeftIcon;
export const NextIcon: Icon = ArrowRightIcon;
