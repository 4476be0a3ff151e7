using System.Text;
using Interlock.Native.Border;
using Interlock.Native.Exports;

namespace Interlock.Native.Tests;

/// <summary>Calls the exports through the same pointers as C would.</summary>
internal static unsafe class NativeCalls
{
    public const string Contract = """
        interlock: contract/1
        name: pair
        rate_hz: 50
        action: { space: joint_position, reference: absolute }
        channels:
          - { name: lift, role: joint, unit: rad, min: -1, max: 1, max_step: 0.1 }
          - { name: grip, role: gripper, unit: percent, min: 0, max: 100, max_velocity: 200 }
        mode: clip
        """;

    public static ulong Create(string contract = Contract)
    {
        Status status = TryCreate(Encoding.UTF8.GetBytes(contract), null, out ulong guard, out string error);
        Assert.True(status == Status.Ok, error);
        return guard;
    }

    public static Status TryCreate(byte[] contract, byte[]? calibration, out ulong guard, out string error)
    {
        delegate* unmanaged[Cdecl]<byte*, nuint, byte*, nuint, GuardOptionsData*, byte*, nuint, ulong*, Status> create = &LifeExports.Create;
        byte[] message = new byte[512];
        ulong made = 0;
        Status status;
        fixed (byte* text = contract)
        fixed (byte* learnt = calibration)
        fixed (byte* words = message)
        {
            status = create(text, (nuint)contract.Length, learnt, (nuint)(calibration?.Length ?? 0), null, words, (nuint)message.Length, &made);
        }

        guard = made;
        error = Encoding.UTF8.GetString(message, 0, Array.IndexOf(message, (byte)0));
        return status;
    }

    public static Status Destroy(ulong guard)
    {
        delegate* unmanaged[Cdecl]<ulong, Status> destroy = &LifeExports.Destroy;
        return destroy(guard);
    }

    public static Status Step(ulong guard, double[]? raw, double[]? safe, out StepResultData result)
    {
        delegate* unmanaged[Cdecl]<ulong, double*, nuint, StepInputData*, double*, nuint, StepResultData*, Status> step = &StepExports.Step;
        StepResultData outcome = default;
        Status status;
        fixed (double* action = raw)
        fixed (double* command = safe)
        {
            status = step(guard, action, (nuint)(raw?.Length ?? 0), null, command, (nuint)(safe?.Length ?? 0), &outcome);
        }

        result = outcome;
        return status;
    }

    public static string Report(ulong guard, int scope)
    {
        delegate* unmanaged[Cdecl]<ulong, int, byte*, nuint, nuint*, Status> report = &ReportExports.Report;
        nuint needed;
        Assert.Equal(Status.Ok, report(guard, scope, null, 0, &needed));
        byte[] buffer = new byte[needed];
        fixed (byte* text = buffer)
        {
            Assert.Equal(Status.Ok, report(guard, scope, text, needed, null));
        }

        return Encoding.UTF8.GetString(buffer, 0, buffer.Length - 1);
    }
}
