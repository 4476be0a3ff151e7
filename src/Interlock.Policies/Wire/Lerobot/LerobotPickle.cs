using Interlock.Policies.Wire.Numpy;
using Interlock.Policies.Wire.Pickle;

namespace Interlock.Policies.Wire.Lerobot;

/// <summary>LeRobot messages as pickles.</summary>
internal static class LerobotPickle
{
    public static IReadOnlyList<TimedAction> ReadActions(ReadOnlyMemory<byte> payload)
    {
        (object? root, PickleValues values) = Load(payload);
        List<object?> list = root as List<object?>
            ?? throw WireError.In(WireCodes.WrongMessage, PickleCursor.Format, "(root)", "the payload is not a list of TimedAction");
        return [.. list.Select(item => Action(new WireFields("TimedAction", values.Message(item, "TimedAction"))))];
    }

    public static TimedObservation ReadObservation(ReadOnlyMemory<byte> payload)
    {
        (object? root, PickleValues values) = Load(payload);
        WireFields fields = new("TimedObservation", values.Message(root, "TimedObservation"));
        bool mustGo = fields.Find("must_go") is not null && fields.Boolean("must_go");
        return new TimedObservation(fields.Number("timestamp"), fields.Integer("timestep"), fields.Map("observation"), mustGo);
    }

    public static PolicySetup ReadPolicySetup(ReadOnlyMemory<byte> payload)
    {
        (object? root, PickleValues values) = Load(payload);
        return PolicySetup.Of(new WireFields(PolicySetup.Name, values.Message(root, PolicySetup.Name)));
    }

    public static void Write(TimedObservation observation, WireBuffer buffer)
    {
        PickleWriter writer = new(buffer);
        int begin = writer.Begin();
        writer.BeginMessage("TimedObservation");
        Stamp(writer, observation.TimestampS, observation.Timestep);
        writer.Text("observation");
        writer.Write(observation.Observation);
        writer.Text("must_go");
        writer.Boolean(observation.MustGo);
        writer.EndMessage();
        writer.End(begin);
    }

    public static void Write(PolicySetup setup, WireBuffer buffer)
    {
        PickleWriter writer = new(buffer);
        int begin = writer.Begin();
        writer.BeginMessage(PolicySetup.Name);
        foreach ((string name, WireValue value) in setup.Fields)
        {
            writer.Text(name);
            writer.Write(value);
        }

        writer.EndMessage();
        writer.End(begin);
    }

    public static void Write(IReadOnlyList<TimedAction> actions, WireBuffer buffer)
    {
        PickleWriter writer = new(buffer);
        int begin = writer.Begin();
        writer.Op(PickleOpcode.EmptyList);
        writer.Op(PickleOpcode.Mark);
        foreach (TimedAction action in actions)
        {
            writer.BeginMessage("TimedAction");
            Stamp(writer, action.TimestampS, action.Timestep);
            writer.Text("action");
            double[] values = new double[action.Action.ElementCount];
            action.Action.CopyTo(values);
            writer.WriteTensor(values);
            writer.EndMessage();
        }

        writer.Op(PickleOpcode.Appends);
        writer.End(begin);
    }

    private static void Stamp(PickleWriter writer, double timestampS, long timestep)
    {
        writer.Text("timestamp");
        writer.Number(timestampS);
        writer.Text("timestep");
        writer.Integer(timestep);
    }

    private static TimedAction Action(WireFields fields)
    {
        NumpyArray action = fields.Array("action");
        return action.Shape.Rank == 1
            ? new TimedAction(fields.Number("timestamp"), fields.Integer("timestep"), action)
            : throw fields.Wrong("action", "of shape [D]");
    }

    private static (object? Root, PickleValues Values) Load(ReadOnlyMemory<byte> payload)
    {
        AllocationBudget budget = new(PickleCursor.Format, payload.Length);
        PickleMachine machine = new(payload, budget, new PickleCalls(budget));
        object? root = machine.Run();
        return machine.Position == payload.Length
            ? (root, new PickleValues(budget))
            : throw WireError.At(
                WireCodes.TrailingBytes, PickleCursor.Format, machine.Position, $"{payload.Length - machine.Position} bytes follow the value");
    }
}
