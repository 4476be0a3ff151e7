using System.Text.Json;
using Interlock.Recording.Flight.Encoding;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Ros2.Messages;

namespace Interlock.Recording.Ros2.Export;

/// <summary>The rows, numbers and words of each step.</summary>
internal sealed class StepTopics
{
    private readonly Ros2Output _output;
    private readonly FlightLayout _layout;
    private readonly double[] _toSi;
    private readonly double[] _positions;
    private readonly Ros2Topic _raw = new(FlightTopics.PolicyRaw, Ros2Type.Float64MultiArray);
    private readonly (Ros2Topic Topic, Func<FlightStep, double[]?> Row)[] _rows;
    private readonly (Ros2Topic Topic, string Label, Func<FlightStep, double?> Of)[] _scalars;
    private readonly Ros2Topic[] _monitors;
    private readonly WordTopic[] _words;

    public StepTopics(Ros2Output output, FlightLayout layout, Ros2Names names)
    {
        _output = output;
        _layout = layout;
        _toSi = [.. layout.Units.Select(JointUnits.ToSi)];
        _positions = new double[_toSi.Length];
        Dictionary<string, string> joints = new()
        {
            ["names"] = JsonSerializer.Serialize(layout.Channels),
            ["units"] = JsonSerializer.Serialize(layout.Units.Select(JointUnits.Symbol)),
        };
        _rows =
        [
            (Joints(FlightTopics.JointStates), step => step.State),
            (Joints(FlightTopics.PolicyAction), step => step.Unnormalised),
            (Joints(FlightTopics.Guarded), step => step.Guarded),
            (Joints(FlightTopics.Executed), step => step.Executed),
        ];
        _scalars = [.. StepScalars.All.Select(scalar => (Numbers($"{scalar.Parent}/{scalar.Name}"), scalar.Name, scalar.Of))];
        _monitors = [.. layout.Monitors.Select(name => Numbers(names.Unique(FlightTopics.Monitors, name)))];
        _words =
        [
            new WordTopic(FlightTopics.Verdict, step => step.Verdict),
            new WordTopic(FlightTopics.Supervisor, step => step.SupervisorState),
            new WordTopic("/supervisor/source", step => step.ActionSource),
        ];

        Ros2Topic Joints(string topic) => new(topic, Ros2Type.JointState, joints);
        static Ros2Topic Numbers(string topic) => new(topic, Ros2Type.Float64MultiArray);
    }

    /// <param name="step">The step.</param>
    /// <param name="timeNs">Its file time.</param>
    /// <param name="isDue">False where the numbers are thinned out; words are written wherever they change.</param>
    public void Write(FlightStep step, ulong timeNs, bool isDue)
    {
        if (isDue)
        {
            Rows(step, timeNs);
            Scalars(step, timeNs);
        }

        foreach (WordTopic word in _words)
        {
            word.Write(_output, step, timeNs);
        }
    }

    private void Rows(FlightStep step, ulong timeNs)
    {
        foreach ((Ros2Topic topic, Func<FlightStep, double[]?> row) in _rows)
        {
            Joints(topic, row(step), timeNs);
        }

        if (step.Policy is { } raw)
        {
            Numbers(_raw, "action", raw, timeNs);
        }
    }

    private void Scalars(FlightStep step, ulong timeNs)
    {
        foreach ((Ros2Topic topic, string label, Func<FlightStep, double?> of) in _scalars)
        {
            if (of(step) is { } value)
            {
                Scalar(topic, label, value, timeNs);
            }
        }

        foreach ((int i, double value) in (step.MonitorValues ?? []).Index())
        {
            Scalar(_monitors[i], _layout.Monitors[i], value, timeNs);
        }
    }

    // A monitor that has seen too little says NaN; its topic begins with its first number.
    private void Scalar(Ros2Topic topic, string label, double value, ulong timeNs)
    {
        if (topic.Id is not null || !double.IsNaN(value))
        {
            Numbers(topic, label, [value], timeNs);
        }
    }

    private void Joints(Ros2Topic topic, double[]? row, ulong timeNs)
    {
        if (row is null)
        {
            return;
        }

        for (int i = 0; i < _positions.Length; i++)
        {
            _positions[i] = row[i] * _toSi[i];
        }

        _output.Cdr.JointState(timeNs, _layout.Channels, _positions);
        _output.Write(topic, timeNs);
    }

    private void Numbers(Ros2Topic topic, string label, ReadOnlySpan<double> values, ulong timeNs)
    {
        _output.Cdr.Float64MultiArray(label, values);
        _output.Write(topic, timeNs);
    }
}
