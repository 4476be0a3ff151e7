namespace Interlock.Policies.Networks;

/// <summary>The network ends in logits over equal bins of each action value.</summary>
/// <param name="Bins">Bins, 2 or more; a token stands for the centre of its bin.</param>
/// <param name="Min">Lower end of the first bin.</param>
/// <param name="Max">Upper end of the last bin.</param>
public sealed record TokenHead(int Bins, double Min, double Max)
{
    /// <summary>Value of a token.</summary>
    public double Centre(int token) => Min + ((token + 0.5) * (Max - Min) / Bins);
}
