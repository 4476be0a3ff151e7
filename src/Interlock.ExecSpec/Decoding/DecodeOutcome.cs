namespace Interlock.ExecSpec.Decoding;

/// <summary>What a decode has to say about its result. The numbers are written in any case; the guard rejects what is not finite.</summary>
/// <param name="NonFinite">How many of the written numbers are NaN or infinite.</param>
/// <param name="FirstAt">Place of the first of them in the row-major result; −1 when there is none.</param>
public readonly record struct DecodeOutcome(int NonFinite, int FirstAt)
{
    /// <summary>True when every number is finite.</summary>
    public bool IsFinite => NonFinite == 0;

    internal static DecodeOutcome Of(ReadOnlySpan<double> written)
    {
        int count = VectorKernels.CountNonFinite(written);
        return new DecodeOutcome(count, count == 0 ? -1 : FirstIn(written));
    }

    private static int FirstIn(ReadOnlySpan<double> written)
    {
        int i = 0;
        while (double.IsFinite(written[i]))
        {
            i++;
        }

        return i;
    }
}
