import DOMPurify from 'dompurify';
import { useSearchParams } from 'react-router-dom';

export function Notice() {
  const [params] = useSearchParams();
  return <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(params.get('notice')) }} />;
}

export function Plain() {
  const [params] = useSearchParams();
  return <p>{params.get('notice')}</p>;
}

