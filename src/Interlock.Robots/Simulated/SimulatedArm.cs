using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Core.Randomness;
using Interlock.Robots.Cameras;

namespace Interlock.Robots.Simulated;

/// <summary>
/// An arm with dynamics, delays, noise, contact and drives that trip. It lives in the time that its calls tell it, so it works on any
/// clock; the same calls give the same bytes. A call allocates nothing. Faults of the machine are switched by its properties.
/// </summary>
public sealed class SimulatedArm : IRobot, IPicturedRobot
{
    private const double NsPerS = 1e9;

    /// <summary>What is simulated at most for one call; of a longer silence the rest is skipped, because everything is at rest by then.</summary>
    private const long LongestCatchUpNs = 1_000_000_000;

    private readonly SimulatedArmOptions _options;
    private readonly Axes _axes;
    private readonly CommandQueue _queue;
    private readonly double[] _targets;
    private readonly double[] _accepted;
    private readonly double[] _measured;
    private readonly double _measurementNs;
    private SeededRandom _noise = new(0);
    private double? _measuredForceN;
    private long? _originNs;
    private long _subSteps;
    private long _sequence;
    private long _measuredAtNs;

    /// <summary>Builds the arm; it rests where its channels start.</summary>
    /// <exception cref="DiagnosticException">The options cannot be simulated (RB020).</exception>
    public SimulatedArm(SimulatedArmOptions options)
    {
        DiagnosticCollector findings = new();
        options.Validate(findings);
        findings.ThrowIfErrors();
        _options = options;
        _axes = new Axes(options, options.SubStepNs / NsPerS);
        _queue = new CommandQueue(options.Channels.Count);
        _targets = new double[options.Channels.Count];
        _accepted = new double[options.Channels.Count];
        _measured = new double[options.Channels.Count];
        _measurementNs = NsPerS / options.MeasurementRateHz;
        Description = new RobotDescription
        {
            Name = options.Name,
            Channels = [.. options.Channels.Select(channel => new RobotChannel(channel.Name, channel.Unit))],
            IsSimulated = true,
            MeasuresForce = true,
        };
        Reset();
    }

    /// <inheritdoc />
    public RobotDescription Description { get; }

    /// <inheritdoc />
    public ReadOnlySpan<double> Accepted => _accepted;

    /// <summary>True positions, in channel units, without noise.</summary>
    public ReadOnlySpan<double> Positions => _axes.Positions;

    /// <summary>True velocities, in channel units per second.</summary>
    public ReadOnlySpan<double> Velocities => _axes.Velocities;

    /// <summary>True contact force, N.</summary>
    public double ForceN => _axes.ForceN;

    /// <summary>True once a drive was overloaded; the arm stays where it is until <see cref="Connect"/>.</summary>
    public bool IsTripped { get; private set; }

    /// <summary>True once a stop was requested; commands are taken and not followed until <see cref="Connect"/>.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether the link is up. While it is down, nothing is read or taken and the arm goes to its last target.</summary>
    public bool IsLinkUp { get; set; } = true;

    /// <summary>True for a sensor that has died: the last measurement is reported for ever, as new.</summary>
    public bool IsSensorFrozen { get; set; }

    /// <inheritdoc />
    public int PicturedChannels => _measured.Length;

    /// <summary>Acknowledges a trip or a stop. The arm stays where it is; nothing moves before the next command.</summary>
    public void Connect()
    {
        IsTripped = false;
        IsStopped = false;
        HoldHere();
    }

    /// <summary>Puts the arm back to its start, at rest, with its noise from the beginning.</summary>
    public void Reset()
    {
        _axes.Reset(_options.Channels);
        _noise = new SeededRandom(_options.Seed);
        _originNs = null;
        _subSteps = 0;
        _sequence = 0;
        Connect();
        Measure(0);
    }

    /// <inheritdoc />
    public bool TryRead(RobotState state, long nowNs)
    {
        AdvanceTo(nowNs);
        if (!IsLinkUp)
        {
            return false;
        }

        _measured.CopyTo(state.Positions, 0);
        state.ForceN = _measuredForceN;
        state.TorqueNm = null;
        state.TimestampNs = _measuredAtNs;
        state.Sequence = _sequence;
        return true;
    }

    /// <inheritdoc />
    public bool TrySend(ReadOnlySpan<double> command, long nowNs)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(command.Length, _targets.Length);
        AdvanceTo(nowNs);
        if (!IsLinkUp)
        {
            return false;
        }

        if (!IsTripped && !IsStopped)
        {
            _axes.Limit(command, _accepted);
            _queue.Add(_accepted, nowNs + _options.CommandLatencyNs);
        }

        return true;
    }

    /// <inheritdoc />
    public void RequestStop()
    {
        IsStopped = true;
        HoldHere();
    }

    /// <inheritdoc />
    public double ShareOfRange(int channel)
    {
        SimulatedChannel axis = _options.Channels[channel];
        return (_axes.Positions[channel] - axis.Min) / (axis.Max - axis.Min);
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private void AdvanceTo(long nowNs)
    {
        if (_originNs is null)
        {
            _originNs = nowNs;
            _measuredAtNs = nowNs;
        }

        long silenceNs = nowNs - TimeOf(_subSteps) - LongestCatchUpNs;
        _originNs += Math.Max(0, silenceNs);
        while (TimeOf(_subSteps + 1) <= nowNs)
        {
            _subSteps++;
            Advance(TimeOf(_subSteps));
        }
    }

    private long TimeOf(long subStep) => _originNs.GetValueOrDefault() + (subStep * _options.SubStepNs);

    private void Advance(long timeNs)
    {
        _queue.Deliver(timeNs - _options.SubStepNs, _targets);
        _axes.Advance(_targets);
        if (_axes.ForceN > _options.TripForceN || _axes.LongestSaturationS > _options.OverloadS)
        {
            IsTripped = true;
            HoldHere();
        }

        if (_subSteps * _options.SubStepNs >= (_sequence + 1) * _measurementNs)
        {
            Measure(timeNs);
        }
    }

    private void HoldHere()
    {
        _queue.Clear();
        _axes.StoppingPlaces(_targets);
        _targets.CopyTo(_accepted, 0);
    }

    private void Measure(long timeNs)
    {
        _sequence = (long)(_subSteps * _options.SubStepNs / _measurementNs);
        _measuredAtNs = timeNs;
        if (IsSensorFrozen)
        {
            return;
        }

        for (int channel = 0; channel < _measured.Length; channel++)
        {
            double deviation = _options.Channels[channel].NoiseDeviation;
            _measured[channel] = _axes.Positions[channel] + (deviation == 0 ? 0 : deviation * _noise.NextNormal());
        }

        double forceNoiseN = _options.ForceNoiseN == 0 ? 0 : _options.ForceNoiseN * _noise.NextNormal();
        _measuredForceN = Math.Max(0, _axes.ForceN + forceNoiseN);
    }
}
