namespace Interlock.Runtime.Tests.Soak;

/// <summary>What goes wrong in a soak. The first ones are the policy's.</summary>
internal enum SoakFault
{
    PolicyCrash,
    PolicyLate,
    PolicyHung,
    PolicyNaN,
    PolicyGarbage,
    PolicyEmpty,
    PolicyUnsure,
    PolicyUnfamiliar,
    PolicyJump,
    CameraStall,
    LinkLoss,
    RobotRefusing,
    SensorFreeze,
    RecorderFault,
    LoopStall,
    ContractChange,
    OperatorCommand,
    TakeOver,
}
