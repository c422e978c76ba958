import { useState } from 'react';
import { useText } from '../../../ui/text/text-context.tsx';
import { LoadedServices } from './services-section.tsx';
import './services-panel.css';

/** The services beside a page: agencies are asked once the citizen opens it. */
export function ServicesPanel() {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="services-panel" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('services.title')}</summary>
      {isOpen && (
        <div className="stack">
          <LoadedServices />
        </div>
      )}
    </details>
  );
}
