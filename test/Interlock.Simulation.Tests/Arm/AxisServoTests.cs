using Interlock.Core.Randomness;
using Interlock.Simulation.Arm;

namespace Interlock.Simulation.Tests.Arm;

public sealed class AxisServoTests
{
    private const double Bandwidth = 20;
    private const double MaxVelocity = 3;
    private const double MaxAcceleration = 25;
    private const double Dt = 1.0 / 600;

    [Fact]
    public void A_small_step_is_followed_like_a_critically_damped_second_order_system()
    {
        const double step = 0.05;
        AxisServo servo = Servo();
        for (int i = 1; i <= 300; i++)
        {
            servo.Advance(step, Dt);
            double x = Bandwidth * i * Dt;
            double expected = step * (1 - ((1 + x) * Math.Exp(-x)));

            Assert.InRange(servo.Position, expected - 0.001, expected + 0.001);
            Assert.True(servo.Position <= step);
        }
    }

    [Fact]
    public void Energy_about_a_fixed_target_never_grows_while_nothing_saturates()
    {
        AxisServo servo = Servo();
        servo.Reset(0.05);
        double energy = Energy(servo);
        for (int i = 0; i < 600; i++)
        {
            servo.Advance(0, Dt);
            double now = Energy(servo);

            Assert.True(now <= energy + 1e-15);
            energy = now;
        }
    }

    [Fact]
    public void Speed_acceleration_and_stops_hold_whatever_is_commanded()
    {
        SeededRandom random = new(5);
        AxisServo servo = Servo();
        for (int i = 0; i < 20_000; i++)
        {
            double before = servo.Velocity;
            servo.Advance(random.NextDouble(-100, 100), Dt);

            Assert.InRange(servo.Velocity, -MaxVelocity, MaxVelocity);
            Assert.InRange(servo.Position, -1, 1);
            bool atStop = servo.Position is -1 or 1;
            Assert.True(atStop || Math.Abs(servo.Velocity - before) <= (MaxAcceleration * Dt) + 1e-12);
        }
    }

    private static AxisServo Servo() => new(Bandwidth, MaxVelocity, MaxAcceleration, -1, 1);

    private static double Energy(AxisServo servo) =>
        (servo.Velocity * servo.Velocity / 2) + (Bandwidth * Bandwidth * servo.Position * servo.Position / 2);
}
