using Interlock.Core.Contract;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Telemetry.Catalogue;

namespace Interlock.Runtime.Telemetry.Probes;

/// <summary>How far the newest command is from the contract's bounds, channel by channel.</summary>
internal sealed class MarginReader(IReadOnlyList<ChannelContract> channels, CommandWindow commands)
{
    private readonly double[] _command = new double[channels.Count];
    private double _worst = double.PositiveInfinity;

    public void Read(MetricBoard board)
    {
        if (!commands.TryLook(_command))
        {
            return;
        }

        for (int i = 0; i < channels.Count; i++)
        {
            if (channels[i].Min is { } min && channels[i].Max is { } max && max > min && double.IsFinite(_command[i]))
            {
                double margin = Math.Min(_command[i] - min, max - _command[i]) / (max - min);
                _worst = Math.Min(_worst, margin);
                board.Set(MetricCatalogue.Margin, margin, channels[i].Name);
            }
        }

        if (double.IsFinite(_worst))
        {
            board.Set(MetricCatalogue.WorstMargin, _worst);
        }
    }
}
