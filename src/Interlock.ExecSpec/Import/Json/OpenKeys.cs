using System.Runtime.InteropServices;
using System.Text.Json;

namespace Interlock.ExecSpec.Import.Json;

/// <summary>
/// Keys of the objects that are open while a file is read through, as hashes: whatever the file, at most
/// <see cref="ImportLimits.OpenKeys"/> of them are kept.
/// </summary>
internal sealed class OpenKeys
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    private readonly List<(ulong Hash, int Offset)> _keys = [];
    private readonly Stack<int> _starts = new();

    public void Enter() => _starts.Push(_keys.Count);

    /// <summary>False when there are too many.</summary>
    /// <param name="reader">At a key of at most <see cref="ImportLimits.NameBytes"/> bytes.</param>
    public bool Add(ref Utf8JsonReader reader)
    {
        _keys.Add((Hash(ref reader), (int)reader.TokenStartIndex));
        return _keys.Count <= ImportLimits.OpenKeys;
    }

    /// <summary>Offset of a key that stands in the object for the second time; null when there is none.</summary>
    public int? Leave()
    {
        int start = _starts.Pop();
        Span<(ulong Hash, int Offset)> own = CollectionsMarshal.AsSpan(_keys)[start..];
        own.Sort();
        int? repeated = null;
        for (int i = 1; i < own.Length; i++)
        {
            if (own[i].Hash == own[i - 1].Hash)
            {
                repeated = Math.Min(repeated ?? int.MaxValue, own[i].Offset);
            }
        }

        CollectionsMarshal.SetCount(_keys, start);
        return repeated;
    }

    // FNV-1a over the text after its escapes, since "a" and "\u0061" are one key.
    private static ulong Hash(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return Hash(reader.ValueSpan);
        }

        Span<byte> text = stackalloc byte[ImportLimits.NameBytes];
        return Hash(text[..reader.CopyString(text)]);
    }

    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        ulong hash = FnvOffset;
        foreach (byte letter in text)
        {
            hash = (hash ^ letter) * FnvPrime;
        }

        return hash;
    }
}
