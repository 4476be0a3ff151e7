namespace Interlock.Cli;

/// <summary>Exit codes of every verb (design §6).</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Usage = 1;
    public const int FoundWanting = 2;
    public const int RefusedToStart = 3;
    public const int StoppedByGuard = 4;
    public const int DeviceOrPeer = 5;
    public const int Interrupted = 130;
}
