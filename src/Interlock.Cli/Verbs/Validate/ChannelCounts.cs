namespace Interlock.Cli.Verbs.Validate;

/// <summary>What one channel of an action file breaks.</summary>
internal sealed class ChannelCounts(string name)
{
    public string Name => name;

    public long OutOfBounds { get; private set; }

    public long TooFast { get; private set; }

    public long NonFinite { get; private set; }

    public double LargestValue { get; private set; }

    public double LargestStep { get; private set; }

    public bool IsClean => OutOfBounds + TooFast + NonFinite == 0;

    public void Observe(double value, double? change, double bound, double velocityLimit)
    {
        if (!double.IsFinite(value))
        {
            NonFinite++;
            return;
        }

        OutOfBounds += Math.Abs(value) > bound ? 1 : 0;
        LargestValue = Math.Max(LargestValue, Math.Abs(value));
        if (change is { } step && double.IsFinite(step))
        {
            TooFast += Math.Abs(step) > velocityLimit ? 1 : 0;
            LargestStep = Math.Max(LargestStep, Math.Abs(step));
        }
    }
}
