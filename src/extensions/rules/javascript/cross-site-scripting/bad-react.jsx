import { useSearchParams } from 'react-router-dom';

export function Notice() {
  const [params] = useSearchParams();
  return <p dangerouslySetInnerHTML={{ __html: params.get('notice') }} />; // finding: the query of the address
}

export function Title({ title }) {
  return <h1 dangerouslySetInnerHTML={{ __html: title }} />; // finding: a parameter
}
