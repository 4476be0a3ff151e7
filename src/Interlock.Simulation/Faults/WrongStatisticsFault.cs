using Interlock.Core.Randomness;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Displacements;
using Interlock.Simulation.Policies;

namespace Interlock.Simulation.Faults;

/// <summary>
/// The policy's displacements are decoded with other statistics than it was trained with. It still sees the arm and re-plans from
/// where it is. Within a chunk, targets are sums of the decoded displacements from the last command on.
/// </summary>
public sealed class WrongStatisticsFault : PolicyFault
{
    private readonly ActionTransform _transform;
    private readonly DisplacementController _planned = new();
    private readonly DisplacementController _sent = new();
    private readonly double[] _last = new double[TableArm.Description.ChannelCount];
    private readonly double[] _action = new double[TableArm.Description.ChannelCount];
    private readonly double[] _decoded = new double[TableArm.Description.ChannelCount];

    /// <summary>Creates the fault.</summary>
    /// <param name="onsetStep">First wrong step.</param>
    /// <param name="transform">What the decoder makes of an action.</param>
    public WrongStatisticsFault(int onsetStep, ActionTransform transform)
        : base(onsetStep)
    {
        ArgumentNullException.ThrowIfNull(transform);
        _transform = transform;
    }

    /// <inheritdoc />
    public override string Name => "wrong_key";

    /// <inheritdoc />
    public override string Summary => "displacements decoded with another key's statistics";

    /// <inheritdoc />
    public override void ObserveSent(ReadOnlySpan<double> command) => command.CopyTo(_last);

    /// <inheritdoc />
    public override void Corrupt(ActionChunk chunk)
    {
        _planned.ObserveSent(_last);
        _sent.ObserveSent(_last);
        int first = chunk.FirstRowFrom(OnsetStep);
        for (int row = 0; row < chunk.Horizon; row++)
        {
            Span<double> target = chunk.Row(row);
            _planned.Express(target, _action);
            _planned.ObserveSent(target);
            if (row >= first)
            {
                _transform(_action, _decoded);
                _sent.Compose(_decoded, target);
            }

            _sent.ObserveSent(target);
        }
    }

    private protected override void Reset(SeededRandom random, int joints)
    {
    }
}
