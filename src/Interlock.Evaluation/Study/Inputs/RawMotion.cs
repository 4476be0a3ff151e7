namespace Interlock.Evaluation.Study.Inputs;

/// <summary>
/// The two monitors that need nothing but the raw actions, for logs that carry no monitors of their own: share of channels whose
/// velocity changes sign (the SafeContract reversal rate as a true fraction, no dead band), and summed absolute change.
/// </summary>
internal sealed class RawMotion
{
    private double[] _previous = [];
    private int[] _sign = [];
    private int _seen;

    /// <summary>Share of channels that reversed at the newest step; NaN until three actions were seen.</summary>
    public double Reversal { get; private set; } = double.NaN;

    /// <summary>Σ |change| over channels at the newest step; NaN until two actions were seen.</summary>
    public double Variation { get; private set; } = double.NaN;

    public void Observe(double[] raw)
    {
        if (raw.Length != _previous.Length)
        {
            (_previous, _sign, _seen) = (raw, new int[raw.Length], 1);
            (Reversal, Variation) = (double.NaN, double.NaN);
            return;
        }

        int reversed = 0;
        double variation = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            double change = raw[i] - _previous[i];
            int sign = double.IsNaN(change) ? 0 : Math.Sign(change);
            variation += Math.Abs(change);
            reversed += sign != _sign[i] ? 1 : 0;
            _sign[i] = sign;
        }

        _seen = Math.Min(3, _seen + 1);
        Reversal = _seen == 3 && raw.Length > 0 ? (double)reversed / raw.Length : double.NaN;
        Variation = variation;
        _previous = raw;
    }
}
