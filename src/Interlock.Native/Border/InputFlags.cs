namespace Interlock.Native.Border;

/// <summary>Which numbers of <see cref="StepInputData"/> are known.</summary>
[Flags]
internal enum InputFlags : uint
{
    None = 0,
    Age = 1,
    Latency = 2,
    Force = 4,
    Torque = 8,
    Timestamp = 16,
    NotOfPolicy = 32,
}
