namespace Interlock.Datasets.Tests.Parquet.Writing;

/// <summary>Distinct values of a column chunk.</summary>
internal sealed class TestDictionary
{
    private readonly Dictionary<object, int> _indices = [];

    public TestDictionary(TestColumn chunk)
    {
        IndicesOf(chunk);
        Entries = chunk with
        {
            Numbers = chunk.Texts.Length > 0 ? [] : [.. _indices.Keys.Select(key => (double)key)],
            Texts = chunk.Texts.Length > 0 ? [.. _indices.Keys.Select(key => (string)key)] : [],
        };
    }

    public TestColumn Entries { get; }

    public int Count => _indices.Count;

    public int[] IndicesOf(TestColumn column) =>
        column.Texts.Length > 0
            ? Array.ConvertAll(column.Texts, text => IndexOf(text))
            : Array.ConvertAll(column.Numbers, number => IndexOf(number));

    private int IndexOf(object value)
    {
        if (!_indices.TryGetValue(value, out int index))
        {
            index = _indices.Count;
            _indices.Add(value, index);
        }

        return index;
    }
}
