import type { ReactNode } from 'react';
import './icons.css';

/** Drawn on a 20 × 20 grid in strokes of the text's colour; never read out. */
function Icon({ children, mirrored = false }: { readonly children: ReactNode; readonly mirrored?: boolean }) {
  return (
    <svg
      className={mirrored ? 'icon icon-mirrored' : 'icon'}
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const InfoIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M10 9v4.5M10 6.4v.1" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7.5" />
    <path d="m6.8 10.3 2.2 2.2 4.3-4.8" />
  </Icon>
);
export const AlertIcon = () => (
  <Icon>
    <path d="M10 2.8 18 16.6H2z" />
    <path d="M10 8v4M10 14.3v.1" />
  </Icon>
);
export const LockIcon = () => (
  <Icon>
    <rect x="4" y="9" width="12" height="8" rx="2" />
    <path d="M6.8 9V6.2a3.2 3.2 0 0 1 6.4 0V9M10 12.4v1.6" />
  </Icon>
);
export const KeyIcon = () => (
  <Icon>
    <circle cx="6.8" cy="13.2" r="3.6" />
    <path d="m9.4 10.6 7-7M13.6 6.4l2.2 2.2M11.6 8.4l1.4 1.4" />
  </Icon>
);
export const DocumentIcon = () => (
  <Icon>
    <path d="M5 2.8h6.5L15.5 7v10.2H5z" />
    <path d="M11.3 2.8v4.4h4.2M7.8 11h5M7.8 14h3.4" />
  </Icon>
);
export const PersonIcon = () => (
  <Icon>
    <circle cx="10" cy="6.6" r="3.4" />
    <path d="M3.6 17.2c.7-3.4 3.2-5 6.4-5s5.7 1.6 6.4 5" />
  </Icon>
);
export const CaseIcon = () => (
  <Icon>
    <path d="M2.8 6.4h14.4v9.8H2.8z" />
    <path d="M7 6.4V4h6v2.4M2.8 10.6h14.4M10 9.6v2" />
  </Icon>
);
export const ServicesIcon = () => (
  <Icon>
    <path d="M3 17.2h14M4.2 8.2h11.6L10 3.2zM5.6 8.4v6.4M10 8.4v6.4M14.4 8.4v6.4M4 14.9h12" />
  </Icon>
);
export const HistoryIcon = () => (
  <Icon>
    <path d="M3 10a7 7 0 1 0 2.1-5L3.4 6.6" />
    <path d="M3.2 3v3.8H7M10 6.2V10l2.6 1.6" />
  </Icon>
);
export const SettingsIcon = () => (
  <Icon>
    <path d="M3 5.6h6.4M13.4 5.6H17M3 14.4h2.6M9.6 14.4H17M3 10h9.6M16.6 10h.4" />
    <circle cx="11.4" cy="5.6" r="2" />
    <circle cx="7.6" cy="14.4" r="2" />
    <circle cx="14.6" cy="10" r="2" />
  </Icon>
);
export const ArrowIcon = () => (
  <Icon mirrored>
    <path d="M4 10h12M11 5l5 5-5 5" />
  </Icon>
);
export const GlobeIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M2.6 10h14.8M10 2.5c2.4 2.2 3.4 4.7 3.4 7.5s-1 5.3-3.4 7.5c-2.4-2.2-3.4-4.7-3.4-7.5s1-5.3 3.4-7.5z" />
  </Icon>
);
export const PenIcon = () => (
  <Icon>
    <path d="m3.2 16.8 1-3.8L13.8 3.4l2.8 2.8L7 15.8z" />
    <path d="m11.6 5.6 2.8 2.8" />
  </Icon>
);
export const ShieldIcon = () => (
  <Icon>
    <path d="M10 2.6 16.4 5v4.6c0 3.6-2.4 6.3-6.4 7.8-4-1.5-6.4-4.2-6.4-7.8V5z" />
    <path d="m7.3 9.9 1.9 1.9 3.5-3.8" />
  </Icon>
);
export const PanelIcon = () => (
  <Icon>
    <rect x="2.8" y="3.6" width="14.4" height="12.8" rx="2" />
    <path d="M12 3.6v12.8" />
  </Icon>
);
