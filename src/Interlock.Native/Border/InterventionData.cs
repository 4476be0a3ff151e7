using System.Runtime.InteropServices;
using Interlock.Guard.Interventions;

namespace Interlock.Native.Border;

/// <summary><c>il_intervention</c>: one change that the guard made to a command.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct InterventionData
{
    private const int CodeSize = 8;

    public fixed byte Code[CodeSize];
    public int Channel;
    public int Reserved;
    public double Raw;
    public double Safe;
    public double Limit;
    public long Step;

    public static InterventionData Of(in Intervention item)
    {
        InterventionData data = new()
        {
            Channel = item.Channel,
            Raw = item.Raw,
            Safe = item.Safe,
            Limit = item.Limit,
            Step = item.Step,
        };
        for (int i = 0; i < Math.Min(item.Code.Length, CodeSize - 1); i++)
        {
            data.Code[i] = (byte)item.Code[i];
        }

        return data;
    }
}
