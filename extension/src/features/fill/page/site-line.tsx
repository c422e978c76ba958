import type { FillableSite } from '../../../core/autofill/plan/fill-view.ts';
import { GlobeIcon, ShieldIcon } from '../../../ui/components/icons.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

/** Whose form this is, in one line: the agency's registered name, and the address that gets what is filled. */
export function SiteLine({ site }: { readonly site: FillableSite }) {
  const { pick } = useText();
  return (
    <p className="fill-site small">
      {site.kind === 'registered' ? <ShieldIcon /> : <GlobeIcon />}
      {site.kind === 'registered' && (
        <strong>
          <bdi>{pick(site.agency.name)}</bdi>
        </strong>
      )}
      <span className="soft">
        <ValueText dir="ltr">{site.origin}</ValueText>
      </span>
    </p>
  );
}
