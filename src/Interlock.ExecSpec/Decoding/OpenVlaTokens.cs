namespace Interlock.ExecSpec.Decoding;

/// <summary>
/// OpenVLA's action tokens: the last 256 of its 32,000 words, each the centre of one of 255 equal bins of [−1, 1]; the outermost word
/// shares the outermost bin. |z| never exceeds 254/255.
/// </summary>
public static class OpenVlaTokens
{
    /// <summary>Smallest token that is an action.</summary>
    public const int First = VocabularySize - Edges;

    /// <summary>Largest token that is an action.</summary>
    public const int Last = VocabularySize - 1;

    private const int VocabularySize = 32_000;
    private const int Edges = 256;
    private const int Bins = Edges - 1;

    /// <summary>Decodes tokens to bin centres. A token that is no action becomes NaN, where the library itself would move to an end of the range.</summary>
    /// <param name="tokens">D token ids.</param>
    /// <param name="z">Receives D normalised numbers.</param>
    /// <returns>How many tokens are no action.</returns>
    public static int Decode(ReadOnlySpan<int> tokens, Span<double> z)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(z.Length, tokens.Length);
        int foreign = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            bool isAction = tokens[i] is >= First and <= Last;
            foreign += isAction ? 0 : 1;
            z[i] = isAction ? Centre(Math.Min(Last - tokens[i], Bins - 1)) : double.NaN;
        }

        return foreign;
    }

    /// <summary>The token of a normalised number, which is first cut to [−1, 1]; null for NaN.</summary>
    public static int? Encode(double z)
    {
        if (double.IsNaN(z))
        {
            return null;
        }

        double cut = Math.Clamp(z, -1, 1);
        int edges = (int)((cut + 1) * Bins / 2) + 1;

        // The product above may round across an edge; the edges themselves decide.
        edges += edges < Edges && Edge(edges) <= cut ? 1 : 0;
        edges -= Edge(edges - 1) > cut ? 1 : 0;
        return VocabularySize - edges;
    }

    private static double Centre(int bin) => (Edge(bin) + Edge(bin + 1)) / 2;

    private static double Edge(int index) => index == Bins ? 1 : -1 + (index * (2.0 / Bins));
}
